// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.electrode4d.embedded.execution.CancelSignal;
import org.electrode4d.embedded.execution.ExecutionListener;
import org.electrode4d.embedded.execution.NodeInstance;
import org.electrode4d.embedded.execution.OpenWorkflow;
import org.electrode4d.embedded.execution.WorkflowExecution;
import org.electrode4d.embedded.workflow.WorkflowReader;
import org.junit.jupiter.api.Assumptions;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;

/** Finds and runs shipped workflows, and looks at what they leave. */
final class WorkflowRun {

    private WorkflowRun() {
    }

    /** The folder {@code workflows} of the project. */
    static Path shipped() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("workflows/dvc-phantom"))) {
            folder = folder.getParent();
        }
        Assumptions.assumeTrue(folder != null, "The folder 'workflows' is not above the working directory.");
        return folder.resolve("workflows");
    }

    /** The names of all workflows in that folder, sorted. */
    static List<String> names() throws IOException {
        try (Stream<Path> folders = Files.list(shipped())) {
            return folders.filter(folder -> Files.exists(folder.resolve(WorkflowReader.WORKFLOW_FILE)))
                .map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    static void run(final OpenWorkflow workflow) throws Exception {
        workflow.reset();
        final boolean complete =
            new WorkflowExecution(workflow, ExecutionListener.NONE, new CancelSignal()).run();
        assertTrue(complete, () -> messages(workflow));
    }

    private static String messages(final OpenWorkflow workflow) {
        final StringBuilder text = new StringBuilder();
        for (final NodeInstance node : workflow.nodes()) {
            text.append(node.title()).append(": ").append(node.state()).append(' ')
                .append(node.stored().message().map(Object::toString).orElse("")).append('\n');
        }
        return text.toString();
    }

    static void assertNoWarnings(final OpenWorkflow workflow) {
        for (final NodeInstance node : workflow.nodes()) {
            assertTrue(node.stored().message().isEmpty(), messages(workflow));
        }
    }

    private static NodeInstance node(final OpenWorkflow workflow, final String name) {
        return workflow.nodes().stream().filter(node -> node.title().startsWith(name)).findFirst().orElseThrow();
    }

    private static List<String> results(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** A table by the node, whose title begins so, and the output, from 0. */
    static BufferedDataTable output(final OpenWorkflow workflow, final String node, final int port) {
        return (BufferedDataTable)node(workflow, node).output(port).orElseThrow();
    }

    /** The same of several nodes whose titles begin so, in their order from 0. */
    static BufferedDataTable output(final OpenWorkflow workflow, final String node, final int index, final int port) {
        return (BufferedDataTable)workflow.nodes().stream().filter(n -> n.title().startsWith(node)).skip(index)
            .findFirst().orElseThrow().output(port).orElseThrow();
    }

    /** A column of numbers, row by row. */
    static List<Double> numbers(final BufferedDataTable table, final String column) {
        final List<Double> numbers = new ArrayList<>();
        final int index = table.getDataTableSpec().findColumnIndex(column);
        for (final DataRow row : table) {
            numbers.add(((DoubleValue)row.getCell(index)).getDoubleValue());
        }
        return numbers;
    }

    /** The same of the rows in which another column of numbers has a value. */
    static List<Double> numbers(final BufferedDataTable table, final String where, final double value,
        final String column) {
        final List<Double> numbers = new ArrayList<>();
        final int condition = table.getDataTableSpec().findColumnIndex(where);
        final int index = table.getDataTableSpec().findColumnIndex(column);
        for (final DataRow row : table) {
            if (((DoubleValue)row.getCell(condition)).getDoubleValue() == value) {
                numbers.add(((DoubleValue)row.getCell(index)).getDoubleValue());
            }
        }
        return numbers;
    }

    static void assertFilesAreThere(final Path folder, final String... ends) throws IOException {
        final List<String> names = results(folder);
        for (final String end : ends) {
            assertTrue(names.stream().anyMatch(name -> name.endsWith(end)), end + " is not in " + names);
        }
    }
}
