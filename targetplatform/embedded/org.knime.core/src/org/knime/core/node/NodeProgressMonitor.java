// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

import java.util.List;
import java.util.function.Supplier;

import org.knime.core.node.workflow.NodeProgressListener;

/** How far a node is, and whether it shall stop. */
public interface NodeProgressMonitor {

    /** @throws CanceledExecutionException if the node shall stop */
    void checkCanceled() throws CanceledExecutionException;

    /** @param progress from 0 to 1 */
    void setProgress(double progress);

    /** @return from 0 to 1, or null if unknown */
    Double getProgress();

    void setProgress(double progress, String message);

    default void setProgress(final double progress, final Supplier<String> message) {
        setProgress(progress, message.get());
    }

    void setMessage(String message);

    default void setMessage(final Supplier<String> message) {
        setMessage(message.get());
    }

    /** @return what the node is doing, or null */
    String getMessage();

    /** @return what the node is doing, and the parts of it */
    default List<String> getMessages() {
        return getMessage() == null ? List.of() : List.of(getMessage());
    }

    /** Asks the node to stop. */
    void setExecuteCanceled();

    /** Forgets progress, message and cancellation. */
    void reset();

    void addProgressListener(NodeProgressListener l);

    void removeProgressListener(NodeProgressListener l);

    void removeAllProgressListener();
}
