// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.knime.node.parameters.widget.choices.Label;

/** What stands between two values of a line. */
enum LogDelimiter {

    @Label("Comma")
    COMMA(','),

    @Label("Semicolon")
    SEMICOLON(';'),

    @Label("Tab")
    TAB('\t');

    final char character;

    LogDelimiter(final char character) {
        this.character = character;
    }
}
