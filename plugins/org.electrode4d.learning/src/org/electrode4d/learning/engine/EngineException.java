// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

/** An engine failed or was asked for what it cannot do; the message says what and what to do. */
public final class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EngineException(final String message) {
        super(message);
    }

    public EngineException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
