// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

/** A command that an instrument refuses. */
final class CommandException extends Exception {

    private static final long serialVersionUID = 1;

    private final int code;

    CommandException(final int code, final String text) {
        super(text);
        this.code = code;
    }

    int code() {
        return code;
    }
}
