// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

import java.util.function.Supplier;

/** Where a node reports its progress, and hears that it shall stop. */
public class ExecutionMonitor {

    private final NodeProgressMonitor monitor;

    /** Nobody sees the progress, and nobody cancels. */
    public ExecutionMonitor() {
        this(new DefaultNodeProgressMonitor());
    }

    /** @param progress where the progress goes */
    public ExecutionMonitor(final NodeProgressMonitor progress) {
        monitor = progress;
    }

    public final NodeProgressMonitor getProgressMonitor() {
        return monitor;
    }

    /** @throws CanceledExecutionException if the node shall stop */
    public void checkCanceled() throws CanceledExecutionException {
        monitor.checkCanceled();
    }

    /** @param progress from 0 to 1 */
    public void setProgress(final double progress) {
        monitor.setProgress(progress);
    }

    public void setProgress(final double progress, final String message) {
        monitor.setProgress(progress, message);
    }

    public void setProgress(final double progress, final Supplier<String> message) {
        monitor.setProgress(progress, message);
    }

    public void setMessage(final String message) {
        monitor.setMessage(message);
    }

    public void setMessage(final Supplier<String> message) {
        monitor.setMessage(message);
    }

    /**
     * @param maxProg the share of the part in the whole, from 0 to 1
     * @return where a part of the work reports its progress, again from 0 to 1
     */
    public ExecutionMonitor createSubProgress(final double maxProg) {
        return new ExecutionMonitor(subMonitor(maxProg, false));
    }

    /**
     * @param maxProg the share of the part in the whole, from 0 to 1
     * @return as {@link #createSubProgress}, but messages of the part are not shown
     */
    public ExecutionMonitor createSilentSubProgress(final double maxProg) {
        return new ExecutionMonitor(subMonitor(maxProg, true));
    }

    /** @return as this, but it never says that the work shall stop */
    public ExecutionMonitor createNonCancelableSubProgress() {
        return new ExecutionMonitor(new SubProgressMonitor(monitor, 1, false, false));
    }

    final NodeProgressMonitor subMonitor(final double maxProg, final boolean silent) {
        return new SubProgressMonitor(monitor, maxProg, silent, true);
    }
}
