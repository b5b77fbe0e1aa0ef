// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.workflow;

/** How far a node is: a fraction and a message, each of which may be unknown. */
public final class NodeProgress {

    private final Double progress;

    private final String message;

    /**
     * @param progress from 0 to 1, or null if unknown
     * @param message what the node is doing, or null
     */
    public NodeProgress(final Double progress, final String message) {
        this.progress = progress == null ? null : Math.max(0, Math.min(1, progress));
        this.message = message;
    }

    /** @return whether the fraction is known */
    public boolean hasProgress() {
        return progress != null;
    }

    /** @return from 0 to 1, or null if unknown */
    public Double getProgress() {
        return progress;
    }

    /** @return what the node is doing, or null */
    public String getMessage() {
        return message;
    }

    /** @return whether there is a message */
    public boolean hasMessage() {
        return message != null;
    }

    @Override
    public String toString() {
        return "Progress: " + progress + ", message: " + message;
    }
}
