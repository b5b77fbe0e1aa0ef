// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.electrode4d.embedded.SettingsTrees;
import org.electrode4d.embedded.TestPlugins;
import org.electrode4d.embedded.workflow.NodeState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workflows that KNIME 5.9.0 saved, executed: they load, run and are saved here as there. */
final class ExampleWorkflowTest {

    private static final List<String> SCALED = List.of("Row0 [250.0, k:Row0]", "Row1 [252.5, k:Row1]",
        "Row2 [255.0, k:Row2]", "Row3 [257.5, k:Row3]");

    @TempDir
    Path temporary;

    @BeforeEach
    void installNodes() {
        TestPlugins.install(TestPlugins.shared("knime/example-plugin"));
    }

    private static Path example(final String name) {
        return TestPlugins.shared("knime/example-workflow/" + name);
    }

    private static void executeAgain(final OpenWorkflow workflow) throws Exception {
        workflow.reset();
        assertTrue(new WorkflowExecution(workflow, ExecutionListener.NONE, new CancelSignal()).run());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ints-executed", "vol-executed"})
    void executedWorkflowsLoadAsExecuted(final String name) throws Exception {
        try (OpenWorkflow workflow = OpenWorkflow.load(example(name))) {
            assertEquals(List.of(), workflow.report().findings());
            workflow.nodes().forEach(n -> assertEquals(NodeState.EXECUTED, n.state(), n.title()));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theNumbersAreThoseThatKnimeComputed(final boolean again) throws Exception {
        try (OpenWorkflow workflow = OpenWorkflow.load(example("ints-executed"))) {
            if (again) {
                executeAgain(workflow);
            }
            assertEquals(List.of("Row0 [100]", "Row1 [101]", "Row2 [102]", "Row3 [103]"), Tables.rows(workflow, 1, 0));
            assertEquals(SCALED, Tables.rows(workflow, 3, 0));
            assertEquals("scaled by 2.5",
                workflow.node(2).orElseThrow().stored().message().orElseThrow().getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void fileStoresAndPortObjectsComeBack(final boolean again) throws Exception {
        try (OpenWorkflow workflow = OpenWorkflow.load(example("vol-executed"))) {
            if (again) {
                executeAgain(workflow);
            }
            final NodeInstance stats = workflow.node(2).orElseThrow();
            assertEquals("Lab model value=6186858110", stats.output(1).orElseThrow().getSummary());
            final List<String> rows = Tables.rows(workflow, 2, 0);
            assertEquals(3, rows.size());
            assertTrue(rows.get(0).endsWith("4096, LabVolume[16, 16, 16]]"), rows.get(0));
        }
    }

    @ParameterizedTest
    @CsvSource({"ints-executed, false", "ints-executed, true", "vol-executed, false", "vol-executed, true"})
    void savedFilesHaveTheSameKeysTypesOrderAndValues(final String name, final boolean again) throws Exception {
        final Path copy = temporary.resolve("saved");
        try (OpenWorkflow workflow = OpenWorkflow.load(example(name))) {
            if (again) {
                executeAgain(workflow);
            }
            workflow.save(copy);
        }
        SettingsTrees.assertSameFiles(example(name), copy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ints-executed", "vol-executed"})
    void whatIsSavedHereLoadsHere(final String name) throws Exception {
        final Path copy = temporary.resolve("saved");
        try (OpenWorkflow workflow = OpenWorkflow.load(example(name))) {
            workflow.save(copy);
        }
        try (OpenWorkflow first = OpenWorkflow.load(example(name)); OpenWorkflow second = OpenWorkflow.load(copy)) {
            assertEquals(List.of(), second.report().findings());
            for (NodeInstance node : first.nodes()) {
                assertEquals(Tables.rows(first, node.id(), 0), Tables.rows(second, node.id(), 0), node.title());
            }
        }
    }
}
