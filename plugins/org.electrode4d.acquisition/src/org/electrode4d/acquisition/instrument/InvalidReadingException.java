// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

/** An answer that is no measurement. */
public final class InvalidReadingException extends InstrumentException {

    private static final long serialVersionUID = 1;

    /** @param message that names the instrument, what came, what was expected and what to do */
    public InvalidReadingException(final String message) {
        super(message);
    }
}
