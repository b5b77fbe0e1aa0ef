// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

/** What is wrong with a script, and where: {@code 4001: Line 3, Col 1}. */
final class ScriptException extends Exception {

    static final int SYNTAX = 0x4000;
    static final int UNKNOWN_COMMAND = 0x4001;
    static final int WRONG_ARGUMENTS = 0x4002;
    static final int NOT_ALLOWED_HERE = 0x4004;
    static final int UNKNOWN_VARIABLE = 0x4005;
    static final int OUT_OF_RANGE = 0x4006;

    private static final long serialVersionUID = 1;

    ScriptException(final int code, final int line, final int column) {
        super(String.format("%04X: Line %d, Col %d", code, line, column));
    }
}
