// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

/** A line of a log that is no record. */
final class LogLineException extends Exception {

    private static final long serialVersionUID = 1;

    private final LogDamage.Kind kind;

    LogLineException(final LogDamage.Kind kind, final String message) {
        super(message);
        this.kind = kind;
    }

    LogDamage.Kind kind() {
        return kind;
    }
}
