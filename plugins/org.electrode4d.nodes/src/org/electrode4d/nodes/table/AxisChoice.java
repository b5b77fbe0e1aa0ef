// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import java.util.Locale;

import org.knime.node.parameters.widget.choices.Label;

/** An axis of volumes; the ordinal is its number. */
public enum AxisChoice {

    /** To the right in pictures. */
    @Label(value = "x", description = "Along the electrode, to the right in pictures")
    X,

    /** Across x. */
    @Label(value = "y", description = "Along the electrode, across x")
    Y,

    /** The depth. */
    @Label(value = "z", description = "Across the electrode, the depth")
    Z;

    /** The letter: "x". */
    public String letter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
