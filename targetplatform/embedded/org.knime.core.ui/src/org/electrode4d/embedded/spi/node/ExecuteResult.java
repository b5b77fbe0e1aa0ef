// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.node;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.NodeMessage;

/**
 * What came of an execution.
 *
 * @param status how it ended
 * @param objects the objects at the output ports; empty unless executed
 * @param message a warning or an error for the user
 * @param cause what was thrown
 */
public record ExecuteResult(Status status, List<PortObject> objects, Optional<NodeMessage> message,
    Optional<Throwable> cause) {

    /** How an execution ended. */
    public enum Status {
        /** With results. */
        EXECUTED,
        /** With an error. */
        FAILED,
        /** By the user. */
        CANCELED
    }

    static ExecuteResult of(final PortObject[] objects, final PortObjectSpec[] specs,
        final Optional<Message> warning) {
        return new ExecuteResult(Status.EXECUTED, List.of(objects),
            OutputCheck.remark(objects, specs, warning.map(NodeMessages::warning)), Optional.empty());
    }

    static ExecuteResult of(final Throwable cause, final ExecutionContext context) {
        if (isCanceled(cause, context)) {
            return new ExecuteResult(Status.CANCELED, List.of(), Optional.of(NodeMessages.CANCELED),
                Optional.of(cause));
        }
        return new ExecuteResult(Status.FAILED, List.of(), Optional.of(NodeMessages.executeFailed(cause)),
            Optional.of(cause));
    }

    private static boolean isCanceled(final Throwable cause, final ExecutionContext context) {
        if (cause instanceof CanceledExecutionException) {
            return true;
        }
        try {
            context.checkCanceled();
            return false;
        } catch (CanceledExecutionException e) {
            return true; // what else was thrown is a consequence
        }
    }
}
