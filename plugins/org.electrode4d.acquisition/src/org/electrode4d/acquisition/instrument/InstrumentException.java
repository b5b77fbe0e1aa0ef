// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import java.io.IOException;

/** An instrument did not do what it was asked. */
public class InstrumentException extends IOException {

    private static final long serialVersionUID = 1;

    /** @param message that names the instrument, what came, what was expected and what to do */
    public InstrumentException(final String message) {
        super(message);
    }
}
