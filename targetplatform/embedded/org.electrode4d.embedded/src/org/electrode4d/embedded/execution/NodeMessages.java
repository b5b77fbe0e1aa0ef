// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import java.util.Optional;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.message.Message;
import org.knime.core.node.workflow.NodeMessage;
import org.knime.core.node.workflow.NodeMessage.Type;

/** Words what went wrong the way KNIME does at a node. */
final class NodeMessages {

    static final NodeMessage CANCELED = NodeMessage.newWarning("Execution canceled");

    private static final int SHORTEST_TEXT = 5;

    private NodeMessages() {
    }

    /** The node cannot be configured with these settings and inputs. */
    static NodeMessage refused(final InvalidSettingsException cause) {
        return carried(cause).orElseGet(() -> Message.fromSummary(text(cause))).toNodeMessage(Type.WARNING);
    }

    /** The node broke while it was configured. */
    static NodeMessage configureFailed(final Throwable cause) {
        final String prefix = "Configure failed (" + cause.getClass().getSimpleName() + "): ";
        return carried(cause).flatMap(m -> m.modify().withSummary(prefix + m.getSummary()).build())
            .orElseGet(() -> Message.fromSummary(prefix + text(cause))).toNodeMessage(Type.ERROR);
    }

    /** The node failed. Beyond KNIME, lack of memory comes with what to do about it. */
    static NodeMessage executeFailed(final Throwable cause) {
        return carried(cause).orElseGet(() -> unforeseen(cause)).toNodeMessage(Type.ERROR);
    }

    private static Message unforeseen(final Throwable cause) {
        final String prefix = "Execute failed: ";
        if (cause instanceof OutOfMemoryError) {
            return Message.fromSummaryWithResolution(prefix + "out of memory (" + cause.getMessage() + ", at most "
                + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB)",
                "Give Java more, for example with the environment variable ELECTRODE4D_OPTS=-Xmx16g.");
        }
        final String text = cause.getMessage();
        final boolean tellsEnough = text != null && text.length() >= SHORTEST_TEXT;
        return Message.fromSummary(
            prefix + (tellsEnough ? text : "(\"" + cause.getClass().getSimpleName() + "\"): " + text));
    }

    private static Optional<Message> carried(final Throwable cause) {
        return cause instanceof MessageAwareException aware ? Optional.of(aware.getKNIMEMessage()) : Optional.empty();
    }

    /** The message of what was thrown, or its class where it has none. */
    static String text(final Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
