// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.NodeProgressMonitor;

/** Carries a request to stop from any thread to the node that is running. */
public final class CancelSignal {

    private volatile boolean cancelled;
    private NodeProgressMonitor running;
    private Thread worker;

    /** Asks the running node, and every later one, to stop. */
    public synchronized void cancel() {
        cancelled = true;
        if (running != null) {
            running.setExecuteCanceled();
            worker.interrupt();
        }
    }

    /** Whether a stop was asked for. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** Throws if a stop was asked for. */
    public void check() throws CanceledExecutionException {
        if (cancelled) {
            throw new CanceledExecutionException();
        }
    }

    /** A node begins on the calling thread. */
    synchronized void begin(final NodeProgressMonitor monitor) {
        running = monitor;
        worker = Thread.currentThread();
        if (cancelled) {
            monitor.setExecuteCanceled();
        }
    }

    /** The node has ended; a late interrupt of the calling thread is taken back. */
    synchronized void end() {
        running = null;
        worker = null;
        if (cancelled) {
            Thread.interrupted();
        }
    }
}
