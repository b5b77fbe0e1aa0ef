// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.electrode4d.embedded.execution.CancelSignal;
import org.electrode4d.embedded.execution.NodeInstance;
import org.electrode4d.embedded.execution.OpenWorkflow;
import org.electrode4d.embedded.report.RunResults;
import org.electrode4d.embedded.spi.Folders;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;

/** The results of a workflow: every table at an output that nothing takes from, or that goes into a report. */
final class OutputTables {

    /**
     * One result.
     *
     * @param node the node that made it
     * @param port its output, from 0
     * @param table the table
     */
    private record Result(NodeInstance node, int port, BufferedDataTable table) {

        /** File name from node and port that every file system takes: what is not ASCII becomes an underscore. */
        String fileName() {
            final String name = node.stored().title() + " " + (port + 1) + " " + node.outPortName(port);
            return name.replaceAll("[^A-Za-z0-9 #()-]", "_").strip() + ".csv";
        }
    }

    private final List<Result> results = new ArrayList<>();

    OutputTables(final OpenWorkflow workflow) {
        for (NodeInstance node : workflow.nodes()) {
            for (int port = 0; port < node.outPorts().length; port++) {
                if (RunResults.isResult(workflow, node, port)
                    && node.output(port).orElse(null) instanceof BufferedDataTable table) {
                    results.add(new Result(node, port, table));
                }
            }
        }
    }

    /** Writes each table as CSV, named after node and port; the files appear when all are complete. */
    void write(final Path folder, final CancelSignal cancel) throws IOException, CanceledExecutionException {
        final Path unfinished = Files.createDirectory(folder.resolve(".unfinished-" + UUID.randomUUID()));
        try {
            for (Result result : results) {
                CsvTable.write(result.table(), unfinished.resolve(result.fileName()), cancel);
            }
            for (Result result : results) {
                Files.move(unfinished.resolve(result.fileName()), folder.resolve(result.fileName()),
                    StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Folders.delete(unfinished);
        }
    }

    /** Names the tables and their files; shows the small ones. */
    void print(final Path folder, final Terminal terminal) {
        for (Result result : results) {
            terminal.out().println();
            final long rows = result.table().size();
            terminal.out().println(result.node().stored().title() + ", " + result.node().outPortName(result.port())
                + ": " + rows + (rows == 1 ? " row" : " rows") + " -> " + folder.resolve(result.fileName()));
            if (TextTable.fits(result.table())) {
                TextTable.lines(result.table()).forEach(line -> terminal.out().println("    " + line));
            }
        }
    }
}
