// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.message.Message;

/** An execution failed for a reason that the user can understand. */
public final class KNIMEException extends Exception implements MessageAwareException {

    private static final long serialVersionUID = 1L;

    private final transient Message message;

    /**
     * @param message what failed, for the user
     * @param cause why, may be null
     */
    public KNIMEException(final String message, final Throwable cause) {
        this(summary(message, cause), message, cause);
    }

    /** @param message what failed, for the user */
    public KNIMEException(final String message) {
        this(message, null);
    }

    private KNIMEException(final Message message, final String text, final Throwable cause) {
        super(text, cause);
        this.message = message;
    }

    private static Message summary(final String message, final Throwable cause) {
        if (message != null) {
            return Message.fromSummary(message);
        }
        return Message.fromSummary(cause == null || cause.getMessage() == null ? "unknown reason" : cause.getMessage());
    }

    /**
     * @param message what failed, with its resolutions
     * @return the exception to throw
     */
    public static KNIMEException of(final Message message) {
        return of(message, null);
    }

    /**
     * @param message what failed, with its resolutions
     * @param cause why, may be null
     * @return the exception to throw
     */
    public static KNIMEException of(final Message message, final Throwable cause) {
        return new KNIMEException(message, message.getSummary(), cause);
    }

    @Override
    public Message getKNIMEMessage() {
        return message;
    }

    /** @return an unchecked exception with this as its cause */
    public KNIMERuntimeException toUnchecked() {
        return new KNIMERuntimeException();
    }

    /** The unchecked form. */
    public final class KNIMERuntimeException extends RuntimeException implements MessageAwareException {

        private static final long serialVersionUID = 1L;

        KNIMERuntimeException() {
            super(KNIMEException.this.getMessage(), KNIMEException.this);
        }

        @Override
        public synchronized KNIMEException getCause() {
            return (KNIMEException)super.getCause();
        }

        @Override
        public Message getKNIMEMessage() {
            return getCause().getKNIMEMessage();
        }
    }
}
