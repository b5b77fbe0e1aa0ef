// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.electrode4d.report.Facts;
import org.electrode4d.report.Facts.Fact;
import org.electrode4d.report.Paragraph;
import org.electrode4d.report.Section;
import org.electrode4d.report.WorkflowGraph;
import org.electrode4d.report.WorkflowGraph.Node;
import org.electrode4d.report.provenance.Machine;
import org.electrode4d.report.workflow.WorkflowFolder;
import org.knime.core.node.KNIMEConstants;
import org.knime.core.node.workflow.NodeContext;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** What the files of a workflow say about it while one of its nodes runs: as it was last saved. */
final class SavedWorkflow {

    private static final String AS_SAVED = "As last saved. States and times of the nodes are not known to a node.";

    private final Path folder;
    private final WorkflowFolder files;

    private SavedWorkflow(final Path folder) throws IOException {
        this.folder = folder;
        this.files = WorkflowFolder.read(folder);
    }

    /** The workflow of the node that this thread works for; empty where it was never saved. */
    static Optional<SavedWorkflow> ofThisNode() throws IOException {
        final Optional<Path> folder = NodeContext.getContextOptional()
            .flatMap(context -> context.getContextObjectForClass(WorkflowContextV2.class))
            .map(context -> context.getExecutorInfo().getLocalWorkflowPath())
            .filter(path -> Files.isRegularFile(path.resolve("workflow.knime")));
        return folder.isEmpty() ? Optional.empty() : Optional.of(new SavedWorkflow(folder.get()));
    }

    String name() {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    String description() {
        return files.description();
    }

    Section graph() {
        final WorkflowGraph graph = files.graph();
        final List<Node> nodes = graph.nodes().stream().map(node -> new Node(node.id(), node.name(), node.label(),
            node.place(), node.run(), anchor(node.id()))).toList();
        return Section.of("Workflow",
            List.of(new Paragraph(AS_SAVED), new WorkflowGraph(nodes, graph.wires(), graph.notes())));
    }

    private static String anchor(final int node) {
        return "node-" + node;
    }

    Section settings() {
        final List<Section> sections = new ArrayList<>();
        for (final Node node : files.graph().nodes()) {
            final Map<String, String> variables = files.variables(node.id());
            final List<Fact> facts = new ArrayList<>();
            files.parameters(node.id()).forEach((path, value) -> facts.add(new Fact(path, value,
                variables.containsKey(path) ? "the variable " + variables.get(path) + " decides" : "", false)));
            sections.add(new Section(node.title(), anchor(node.id()), facts.isEmpty() ? List.of(
                new Paragraph("No settings.")) : List.of(new Facts(facts)), List.of()));
        }
        return Section.ofParts("Settings", sections);
    }

    /** Where, when and with what a page is written. */
    static List<Fact> provenance(final Optional<SavedWorkflow> workflow) {
        final List<Fact> facts = new ArrayList<>();
        workflow.ifPresent(saved -> facts.add(Fact.of("Workflow", saved.folder.toString())));
        facts.add(Fact.of("Written at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
        facts.add(Fact.of("Platform", "KNIME " + KNIMEConstants.VERSION));
        final Bundle bundle = FrameworkUtil.getBundle(SavedWorkflow.class);
        if (bundle != null) {
            facts.add(Fact.of("Nodes", bundle.getSymbolicName() + " " + bundle.getVersion()));
        }
        facts.addAll(Machine.facts());
        return facts;
    }
}
