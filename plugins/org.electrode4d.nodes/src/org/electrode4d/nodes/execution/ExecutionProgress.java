// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.execution;

import java.util.concurrent.CancellationException;

import org.electrode4d.volume.Progress;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** Shows the progress of the domain's work at the node, and hands the user's cancel to the work. */
final class ExecutionProgress implements Progress {

    private final ExecutionMonitor monitor;

    ExecutionProgress(final ExecutionMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public void check() {
        try {
            monitor.checkCanceled();
        } catch (CanceledExecutionException e) {
            final CancellationException cancelled = new CancellationException("The node was cancelled.");
            cancelled.initCause(e);
            throw cancelled;
        }
    }

    @Override
    public void report(final double fraction, final String message) {
        monitor.setProgress(Math.min(1, Math.max(0, fraction)), message);
    }
}
