// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.electrode4d.embedded.execution.NodeInstance;
import org.electrode4d.embedded.execution.OpenWorkflow;
import org.electrode4d.report.Content;
import org.electrode4d.report.Picture;
import org.electrode4d.report.PictureRows;
import org.electrode4d.report.Section;
import org.electrode4d.report.StepCharts;
import org.electrode4d.report.Table;
import org.electrode4d.report.provenance.Checksums;
import org.knime.core.node.BufferedDataTable;

/**
 * What a workflow gave: tables at outputs that nothing takes from, or that go into a report; tables with expected and
 * measured values wherever they are; pictures that tables name and that lie in the folder of the results.
 */
public final class RunResults {

    private static final String REPORT_WRITER = "ReportWriterNodeFactory";

    /** Of a table that is too long to be read on a page. */
    private static final int BEGINNING = 12;

    private static final int READABLE = 32;

    private record Result(NodeInstance node, Table table) {
    }

    private final List<Result> comparisons = new ArrayList<>();
    private final List<Result> tables = new ArrayList<>();
    private final List<Result> galleries = new ArrayList<>();

    RunResults(final OpenWorkflow workflow) {
        final DataTables reader = new DataTables();
        for (final NodeInstance node : workflow.nodes()) {
            for (int port = 0; port < node.outPorts().length; port++) {
                if (node.output(port).orElse(null) instanceof BufferedDataTable data) {
                    add(workflow, node, port, data, reader);
                }
            }
        }
    }

    private void add(final OpenWorkflow workflow, final NodeInstance node, final int port,
        final BufferedDataTable data, final DataTables reader) {
        final boolean result = isResult(workflow, node, port);
        final boolean comparison = DataTables.isComparison(data);
        if (result || comparison) {
            final Table table = reader.read(node.outPortName(port), data);
            if (comparison) {
                comparisons.add(new Result(node, table));
            } else if (PictureRows.isGallery(table)) {
                galleries.add(new Result(node, table));
            } else {
                tables.add(new Result(node, table));
            }
        }
    }

    /** Whether nothing takes a table from an output, or a report does. */
    public static boolean isResult(final OpenWorkflow workflow, final NodeInstance node, final int port) {
        return workflow.stored().outgoing(node.id()).stream().filter(wire -> wire.sourcePort() == port + 1)
            .allMatch(wire -> workflow.node(wire.target()).orElseThrow().stored().origin().factoryClass()
                .endsWith(REPORT_WRITER));
    }

    List<Section> comparisons() {
        return sections(comparisons);
    }

    List<Section> tables() {
        return sections(tables);
    }

    private static List<Section> sections(final List<Result> results) {
        final List<Section> sections = new ArrayList<>();
        for (final NodeInstance node : results.stream().map(Result::node).distinct().toList()) {
            final List<Content> content = new ArrayList<>();
            for (final Result result : results) {
                if (result.node() == node) {
                    content.addAll(StepCharts.of(result.table()));
                    content.add(shorten(result.table()));
                }
            }
            sections.add(Section.of(node.title(), content));
        }
        return sections;
    }

    private static Table shorten(final Table table) {
        return table.total() <= READABLE || StepCharts.isComparison(table) ? table : table.first(BEGINNING);
    }

    /** Those that tables name; then the others that the run left in the folder of its results. */
    List<Section> pictures(final RunFacts facts) throws IOException {
        final List<Section> sections = new ArrayList<>();
        final Set<Path> shown = new HashSet<>();
        for (final Result result : galleries) {
            final List<Picture> pictures = PictureRows.pictures(result.table());
            PictureRows.files(result.table()).forEach(file -> shown.add(file.toAbsolutePath().normalize()));
            sections.add(Section.of(result.node().title(), pictures));
        }
        final List<Picture> others = new ArrayList<>();
        if (facts.out() != null) {
            for (final Path file : Checksums.files(facts.out())) {
                if (file.toString().endsWith(".png") && facts.isMadeByRun(file)
                    && !shown.contains(file.toAbsolutePath().normalize())) {
                    others.add(Picture.inFile(facts.out().relativize(file).toString(), file));
                }
            }
        }
        sections.add(Section.of("Others", others));
        return sections;
    }
}
