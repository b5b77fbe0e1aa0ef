// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

/** What ends a line of text. */
public enum LineEnd {
    /** Line feed. */
    LF("\n"),
    /** Carriage return. */
    CR("\r"),
    /** Both. */
    CRLF("\r\n");

    private final String text;

    LineEnd(final String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** The byte that a received line is over with. */
    byte last() {
        return (byte)text.charAt(text.length() - 1);
    }
}
