// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.execution;

import java.io.IOException;
import java.util.concurrent.CancellationException;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/**
 * Connects a node to the domain: progress and cancel go one way, errors the other. Every failure of the domain ends as
 * a message with a summary and a resolution (see {@link NodeFailure}).
 */
public final class NodeExecution {

    private NodeExecution() {
    }

    /**
     * Runs the work of a node.
     *
     * @param monitor of the executing node
     */
    public static void run(final ExecutionMonitor monitor, final NodeWork work)
        throws CanceledExecutionException, KNIMEException {
        try {
            work.run(new ExecutionProgress(monitor));
        } catch (CancellationException e) {
            throw cancelled(e);
        } catch (InvalidSettingsException e) {
            throw NodeFailure.of(e, e.getMessage(), "Open the dialog of the node and correct the setting.");
        } catch (IOException | RuntimeException e) {
            // files that a cancel interrupts fail in many ways
            monitor.checkCanceled();
            throw NodeFailure.of(e);
        }
    }

    private static CanceledExecutionException cancelled(final CancellationException cause) {
        final CanceledExecutionException cancelled = new CanceledExecutionException();
        cancelled.initCause(cause);
        return cancelled;
    }
}
