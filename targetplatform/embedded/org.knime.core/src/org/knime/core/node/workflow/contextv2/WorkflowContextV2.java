// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.workflow.contextv2;

import java.nio.file.Path;

import org.electrode4d.embedded.spi.EmbeddedWorkflow;
import org.electrode4d.embedded.spi.Secrets;

/** Where a workflow is, and what runs it. */
public final class WorkflowContextV2 {

    static {
        Secrets.setWorkflows(WorkflowContextV2::of);
    }

    private final ExecutorInfo executor;

    private WorkflowContextV2(final ExecutorInfo executor) {
        this.executor = executor;
    }

    private static WorkflowContextV2 of(final EmbeddedWorkflow workflow) {
        Path temporary = workflow.temporaryFolder();
        return new WorkflowContextV2(new ExecutorInfo(workflow.directory().orElse(temporary), temporary) { });
    }

    public ExecutorInfo getExecutorInfo() {
        return executor;
    }

    @Override
    public String toString() {
        return executor.toString();
    }
}
