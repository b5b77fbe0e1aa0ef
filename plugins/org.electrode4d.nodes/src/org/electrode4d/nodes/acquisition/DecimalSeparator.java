// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.knime.node.parameters.widget.choices.Label;

/** What stands before the decimals of a number. */
enum DecimalSeparator {

    @Label("Point")
    POINT('.'),

    @Label("Comma")
    COMMA(',');

    final char character;

    DecimalSeparator(final char character) {
        this.character = character;
    }
}
