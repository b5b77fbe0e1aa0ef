// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.electrode4d.embedded.execution.NodeInstance;
import org.electrode4d.embedded.execution.OpenWorkflow;
import org.electrode4d.report.Cell;
import org.electrode4d.report.Content;
import org.electrode4d.report.Notice;
import org.electrode4d.report.Numbers;
import org.electrode4d.report.Page;
import org.electrode4d.report.Paragraph;
import org.electrode4d.report.Section;
import org.electrode4d.report.Table;
import org.electrode4d.report.Table.Column;
import org.electrode4d.report.WorkflowGraph;
import org.electrode4d.report.WorkflowGraph.Node;
import org.electrode4d.report.WorkflowGraph.State;
import org.electrode4d.report.html.HtmlFile;
import org.electrode4d.report.html.HtmlFile.Written;
import org.electrode4d.report.html.Limits;
import org.electrode4d.report.workflow.WorkflowFolder;

/** Makes the report of a run, also of one that failed. */
public final class RunReport {

    private final OpenWorkflow workflow;
    private final RunFacts facts;
    private final RunRecord record;
    private final WorkflowFolder stored;

    /**
     * @param workflow after the run
     * @param record that listened to it
     */
    public RunReport(final OpenWorkflow workflow, final RunFacts facts, final RunRecord record) throws IOException {
        this.workflow = workflow;
        this.facts = facts;
        this.record = record;
        this.stored = WorkflowFolder.read(facts.folder());
    }

    /**
     * Writes the page; it appears when it is complete, over what is there.
     *
     * @param check may throw to stop
     */
    public Written write(final Path file, final Runnable check) throws IOException {
        return HtmlFile.write(page(file, check), file, Limits.DEFAULT, check);
    }

    private Page page(final Path file, final Runnable check) throws IOException {
        final WorkflowGraph graph = graph();
        final List<Content> head = new ArrayList<>();
        head.add(outcome(graph));
        for (final Node node : graph.nodes()) {
            if (node.run().state() == State.FAILED) {
                head.add(new Notice(Notice.Kind.FAILURE, node.title() + " failed", node.run().message()));
            }
        }
        if (!stored.description().isEmpty()) {
            head.add(new Paragraph(stored.description()));
        }
        final RunResults results = new RunResults(workflow);
        final List<Section> sections = new ArrayList<>();
        sections.add(Section.of("Workflow", List.of(graph, nodes(graph))));
        sections.add(Section.ofParts("Comparison with expected values", results.comparisons()));
        sections.add(Section.ofParts("Pictures", results.pictures(facts)));
        sections.add(Section.ofParts("Tables", results.tables()));
        sections.add(Section.ofParts("Settings", new RunSettings(workflow, stored).sections()));
        sections.add(Section.ofParts("Provenance", new Provenance(workflow, facts).sections(file, check)));
        return new Page(facts.workflowName(), head, sections);
    }

    private Notice outcome(final WorkflowGraph graph) {
        final long executed = graph.nodes().stream().filter(n -> n.run().state() == State.EXECUTED).count();
        final boolean all = executed == graph.nodes().size();
        final String time = Numbers.seconds(Duration.between(facts.start(), facts.end()).toNanos() / 1e9);
        return new Notice(all ? Notice.Kind.SUCCESS : Notice.Kind.FAILURE,
            (all ? "All " : "Only ") + (all ? "" : executed + " of ") + graph.nodes().size() + " nodes were executed",
            "In " + time + ", begun at " + time(facts.start()) + "; " + facts.memory() + ".");
    }

    /** UTC to the second. */
    static String time(final Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", " UTC");
    }

    /** In the order of execution. */
    private WorkflowGraph graph() {
        final WorkflowGraph graph = stored.graph();
        final Collection<NodeInstance> instances = workflow.nodes();
        final List<Node> nodes = new ArrayList<>();
        for (final NodeInstance instance : instances) {
            graph.node(instance.id()).ifPresent(node -> nodes.add(new Node(node.id(), node.name(), node.label(),
                node.place(), record.of(instance), RunSettings.anchor(node.id()))));
        }
        return new WorkflowGraph(nodes, graph.wires(), graph.notes());
    }

    private static Table nodes(final WorkflowGraph graph) {
        final List<List<Cell>> rows = new ArrayList<>();
        for (final Node node : graph.nodes()) {
            rows.add(List.of(Cell.of(node.title()), Cell.of(node.run().state().text()), Cell.of(node.run().time()),
                Cell.of(node.run().message())));
        }
        return new Table("Nodes in the order of execution", List.of(new Column("Node", false),
            new Column("State", false), new Column("Time", true), new Column("Message", false)), rows, rows.size());
    }
}
