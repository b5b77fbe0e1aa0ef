// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.node;

import java.util.Optional;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.message.Message;
import org.knime.core.node.workflow.NodeMessage;
import org.knime.core.node.workflow.NodeMessage.Type;

/** Words what went wrong the way KNIME does at a node. */
final class NodeMessages {

    static final NodeMessage CANCELED = NodeMessage.newWarning("Execution canceled");

    private NodeMessages() {
    }

    static NodeMessage warning(final Message message) {
        return message.toNodeMessage(Type.WARNING);
    }

    static NodeMessage warning(final Throwable cause) {
        return carried(cause).map(NodeMessages::warning).orElseGet(() -> NodeMessage.newWarning(text(cause)));
    }

    static NodeMessage configureFailed(final Throwable cause) {
        return NodeMessage.newError("Configure failed (" + cause.getClass().getSimpleName() + "): " + text(cause));
    }

    static NodeMessage executeFailed(final Throwable cause) {
        return carried(cause).map(message -> message.toNodeMessage(Type.ERROR))
            .orElseGet(() -> NodeMessage.newError("Execute failed: " + detailed(cause)));
    }

    private static Optional<Message> carried(final Throwable cause) {
        return cause instanceof MessageAwareException aware ? Optional.of(aware.getKNIMEMessage()) : Optional.empty();
    }

    private static String text(final Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static String detailed(final Throwable cause) {
        final String text = cause.getMessage();
        final boolean tellsEnough = text != null && text.length() >= 5;
        return tellsEnough ? text : "(\"" + cause.getClass().getSimpleName() + "\"): " + text;
    }
}
