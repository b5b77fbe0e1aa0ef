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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A workflow that an earlier version saved, executed: it loads, runs and is saved as it was. */
final class StoredWorkflowTest {

    private static final Path STORED = TestPlugins.fixtures().resolve("workflows/executed");

    @TempDir
    Path temporary;

    @BeforeAll
    static void installNodes() {
        TestPlugins.installNumbers();
    }

    private static OpenWorkflow load(final boolean again) throws Exception {
        final OpenWorkflow workflow = OpenWorkflow.load(STORED);
        assertEquals(List.of(), workflow.report().findings());
        workflow.nodes().forEach(n -> assertEquals(NodeState.EXECUTED, n.state(), n.title()));
        if (again) {
            workflow.reset();
            assertTrue(new WorkflowExecution(workflow, ExecutionListener.NONE, new CancelSignal()).run());
        }
        return workflow;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theNumbersAreThoseThatWereStored(final boolean again) throws Exception {
        try (OpenWorkflow workflow = load(again)) {
            assertEquals(List.of("Row0 [250.0]", "Row1 [252.5]", "Row2 [255.0]", "Row3 [257.5]"),
                Tables.rows(workflow, 4, 0));
            assertEquals(List.of("Row0 [4]", "Row1 [2]"), Tables.rows(workflow, 3, 0));
            assertEquals(List.of("Row0 [blob 0]", "Row1 [blob 1]"), Tables.rows(workflow, 3, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void savedFilesHaveTheSameKeysTypesOrderAndValues(final boolean again) throws Exception {
        final Path copy = temporary.resolve("copy");
        try (OpenWorkflow workflow = load(again)) {
            workflow.save(copy);
        }
        SettingsTrees.assertSameFiles(STORED, copy);
    }
}
