// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.knime.core.node.message.Message;
import org.knime.core.node.workflow.NodeID;
import org.knime.core.node.workflow.NodeProgress;
import org.knime.core.node.workflow.NodeProgressEvent;
import org.knime.core.node.workflow.NodeProgressListener;

/** The progress of one node; safe for use by several threads. */
public class DefaultNodeProgressMonitor implements NodeProgressMonitor {

    private static final NodeID UNKNOWN = new NodeID(0);

    private final List<NodeProgressListener> listeners = new CopyOnWriteArrayList<>();

    private volatile Message canceled;

    private Double progress;

    private String message;

    /** Nobody listens. */
    public DefaultNodeProgressMonitor() {
    }

    /** @param l hears of every change, in the thread that makes it */
    public DefaultNodeProgressMonitor(final NodeProgressListener l) {
        addProgressListener(l);
    }

    @Override
    public synchronized void reset() {
        canceled = null;
        change(null, null);
    }

    protected boolean isCanceled() {
        return canceled != null;
    }

    @Override
    public void checkCanceled() throws CanceledExecutionException {
        if (isCanceled()) {
            throw new CanceledExecutionException(canceled);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CanceledExecutionException();
        }
    }

    @Override
    public void setExecuteCanceled() {
        setExecuteCanceled(CanceledExecutionException.DEFAULT_CANCEL_MESSAGE);
    }

    /** @param cancelMessage why the node shall stop */
    public void setExecuteCanceled(final Message cancelMessage) {
        canceled = cancelMessage;
    }

    @Override
    public synchronized void setProgress(final double newProgress, final String newMessage) {
        change(limited(newProgress), newMessage);
    }

    @Override
    public synchronized void setProgress(final double newProgress, final Supplier<String> newMessage) {
        change(limited(newProgress), newMessage.get());
    }

    @Override
    public synchronized void setProgress(final double newProgress) {
        change(limited(newProgress), message);
    }

    @Override
    public synchronized void setMessage(final String newMessage) {
        change(progress, newMessage);
    }

    @Override
    public synchronized void setMessage(final Supplier<String> newMessage) {
        change(progress, newMessage.get());
    }

    private static Double limited(final double progress) {
        return Double.isNaN(progress) ? null : Double.valueOf(Math.max(0, Math.min(1, progress)));
    }

    private void change(final Double newProgress, final String newMessage) {
        if (Objects.equals(progress, newProgress) && Objects.equals(message, newMessage)) {
            return;
        }
        progress = newProgress;
        message = newMessage;
        NodeProgressEvent event = new NodeProgressEvent(UNKNOWN, new NodeProgress(progress, message));
        listeners.forEach(listener -> listener.progressChanged(event));
    }

    @Override
    public synchronized Double getProgress() {
        return progress;
    }

    @Override
    public synchronized String getMessage() {
        return message;
    }

    @Override
    public void addProgressListener(final NodeProgressListener l) {
        listeners.add(l);
    }

    @Override
    public void removeProgressListener(final NodeProgressListener l) {
        listeners.remove(l);
    }

    @Override
    public void removeAllProgressListener() {
        listeners.clear();
    }
}
