// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.message.Message;

/** The user has cancelled the work. */
public class CanceledExecutionException extends Exception implements MessageAwareException {

    /** The message of a cancellation without further words. */
    public static final Message DEFAULT_CANCEL_MESSAGE = Message.fromSummary("Execution canceled");

    private static final long serialVersionUID = 1L;

    private final transient Message message;

    /** Without further words. */
    public CanceledExecutionException() {
        this.message = DEFAULT_CANCEL_MESSAGE;
    }

    /** @param s who or what cancelled the work */
    public CanceledExecutionException(final String s) {
        super(s);
        this.message = s == null ? DEFAULT_CANCEL_MESSAGE : Message.fromSummary(s);
    }

    /** @param message who or what cancelled the work */
    public CanceledExecutionException(final Message message) {
        super(message.getSummary());
        this.message = message;
    }

    @Override
    public Message getKNIMEMessage() {
        return message;
    }
}
