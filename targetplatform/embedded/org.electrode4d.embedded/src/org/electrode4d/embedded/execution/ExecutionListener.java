// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import java.time.Duration;

/** Hears what happens while a workflow is executed; called on the executing thread unless said otherwise. */
public interface ExecutionListener {

    /** Hears nothing. */
    ExecutionListener NONE = new ExecutionListener() {
    };

    /**
     * A node begins.
     *
     * @param node the node
     * @param position its place in the order of execution, from 1
     * @param total number of nodes to execute
     */
    default void started(final NodeInstance node, final int position, final int total) {
    }

    /**
     * A node reports progress, on any thread.
     *
     * @param fraction 0 to 1, or null when unknown
     * @param message what it does, may be null
     */
    default void progress(final NodeInstance node, final Double fraction, final String message) {
    }

    /** A node has ended; its state and message say how. */
    default void finished(final NodeInstance node, final Duration time) {
    }

    /** A node is not executed, because of its own settings or because of a node before it. */
    default void skipped(final NodeInstance node, final String reason) {
    }
}
