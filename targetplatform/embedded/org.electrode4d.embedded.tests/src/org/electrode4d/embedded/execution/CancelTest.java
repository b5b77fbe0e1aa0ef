// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.electrode4d.embedded.TestPlugins;
import org.electrode4d.embedded.workflow.NodeState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.NodeSettings;

final class CancelTest {

    @TempDir
    Path temporary;

    @BeforeAll
    static void installNodes() {
        TestPlugins.installNumbers();
    }

    private Path waitingWorkflow() throws Exception {
        final WorkflowBuilder builder = new WorkflowBuilder();
        final NodeBuilder numbers = builder.node("org.example.numbers.NumbersNodeFactory", 0, 0);
        final NodeBuilder waits = builder.node("org.example.numbers.TroubleNodeFactory", 0, 0).set("trouble", "WAIT");
        final NodeBuilder scale = builder.node("org.example.numbers.ScaleNodeFactory", 0, 0);
        builder.chain(numbers, waits, scale).save(temporary.resolve("waiting"));
        return temporary.resolve("waiting");
    }

    /** Cancels from another thread as soon as the waiting node reports progress. */
    private static ExecutionListener cancelOnProgress(final CancelSignal cancel) {
        return new ExecutionListener() {
            @Override
            public void progress(final NodeInstance node, final Double fraction, final String message) {
                if ("waiting".equals(message)) {
                    new Thread(cancel::cancel).start();
                }
            }
        };
    }

    @Test
    void theRunningNodeStopsAndHoldsNothing() throws Exception {
        try (OpenWorkflow workflow = OpenWorkflow.load(waitingWorkflow())) {
            final CancelSignal cancel = new CancelSignal();
            final WorkflowExecution run = new WorkflowExecution(workflow, cancelOnProgress(cancel), cancel);
            assertThrows(CanceledExecutionException.class, run::run);
            final NodeInstance waits = workflow.node(2).orElseThrow();
            assertEquals(NodeState.EXECUTED, workflow.node(1).orElseThrow().state());
            assertEquals(NodeState.CONFIGURED, waits.state());
            assertTrue(waits.output(0).isEmpty());
            assertEquals("Execution canceled", waits.stored().message().orElseThrow().getMessage());
            assertFalse(Thread.currentThread().isInterrupted());
        }
    }

    @Test
    void aRunThatIsCancelledBeforeItBeginsExecutesNothing() throws Exception {
        try (OpenWorkflow workflow = OpenWorkflow.load(waitingWorkflow())) {
            final CancelSignal cancel = new CancelSignal();
            cancel.cancel();
            assertThrows(CanceledExecutionException.class,
                () -> new WorkflowExecution(workflow, ExecutionListener.NONE, cancel).run());
            assertEquals(NodeState.CONFIGURED, workflow.node(1).orElseThrow().state());
        }
    }

    @Test
    void theWorkflowRunsAfterACancelledRun() throws Exception {
        try (OpenWorkflow workflow = OpenWorkflow.load(waitingWorkflow())) {
            final CancelSignal cancel = new CancelSignal();
            assertThrows(CanceledExecutionException.class,
                () -> new WorkflowExecution(workflow, cancelOnProgress(cancel), cancel).run());
            final NodeInstance waits = workflow.node(2).orElseThrow();
            final NodeSettings model = new NodeSettings("model");
            model.addString("trouble", "NONE");
            workflow.setParameters(waits, model);
            assertTrue(new WorkflowExecution(workflow, ExecutionListener.NONE, new CancelSignal()).run());
        }
    }
}
