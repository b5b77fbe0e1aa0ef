// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

/** A text that is no protocol. */
public final class ProtocolFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** @param message that names the source, the line, the place, what came, what was expected and what to do */
    public ProtocolFormatException(final String message) {
        super(message);
    }

    /** The same, with the cause. */
    public ProtocolFormatException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
