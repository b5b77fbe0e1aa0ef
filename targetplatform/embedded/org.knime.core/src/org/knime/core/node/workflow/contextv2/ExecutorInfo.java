// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.workflow.contextv2;

import java.nio.file.Path;

/** What runs a workflow, and where its files are. */
public abstract class ExecutorInfo {

    private final Path workflow;

    private final Path temporary;

    ExecutorInfo(final Path workflow, final Path temporary) {
        this.workflow = workflow;
        this.temporary = temporary;
    }

    public boolean isHeadless() {
        return true;
    }

    /** @return the folder of the workflow */
    public Path getLocalWorkflowPath() {
        return workflow;
    }

    /** @return a folder that is deleted when the workflow is closed */
    public Path getTempFolder() {
        return temporary;
    }

    @Override
    public String toString() {
        return "workflow " + workflow + ", temporary files " + temporary;
    }
}
