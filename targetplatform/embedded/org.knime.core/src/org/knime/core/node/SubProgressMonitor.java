// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

import org.knime.core.node.workflow.NodeProgressListener;

/** The progress of a part of a node's work; as it grows, a fraction of it is added to the progress of the whole. */
final class SubProgressMonitor implements NodeProgressMonitor {

    private final NodeProgressMonitor whole;

    private final double fraction;

    private final boolean silent;

    private final boolean cancelable;

    private double progress;

    private String message;

    SubProgressMonitor(final NodeProgressMonitor whole, final double fraction, final boolean silent,
        final boolean cancelable) {
        this.whole = whole;
        this.fraction = fraction;
        this.silent = silent;
        this.cancelable = cancelable;
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        if (cancelable) {
            whole.checkCanceled();
        }
    }

    @Override
    public void setProgress(final double newProgress) {
        double limited = Math.max(0, Math.min(1, newProgress));
        synchronized (whole) {
            double before = whole.getProgress() == null ? 0 : whole.getProgress();
            whole.setProgress(before + fraction * (limited - progress));
            progress = limited;
        }
    }

    @Override
    public void setProgress(final double newProgress, final String newMessage) {
        setMessage(newMessage);
        setProgress(newProgress);
    }

    @Override
    public Double getProgress() {
        synchronized (whole) {
            return progress;
        }
    }

    @Override
    public void setMessage(final String newMessage) {
        message = newMessage;
        if (!silent) {
            whole.setMessage(newMessage);
        }
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public void setExecuteCanceled() {
        whole.setExecuteCanceled();
    }

    @Override
    public void reset() {
        throw new UnsupportedOperationException("Only the progress of the whole can be reset");
    }

    @Override
    public void addProgressListener(final NodeProgressListener l) {
        throw new UnsupportedOperationException("Listen to the progress of the whole");
    }

    @Override
    public void removeProgressListener(final NodeProgressListener l) {
        throw new UnsupportedOperationException("Listen to the progress of the whole");
    }

    @Override
    public void removeAllProgressListener() {
        throw new UnsupportedOperationException("Listen to the progress of the whole");
    }
}
