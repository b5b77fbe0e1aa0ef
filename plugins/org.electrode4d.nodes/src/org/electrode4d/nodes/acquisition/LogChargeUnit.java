// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.knime.node.parameters.widget.choices.Label;

/** Units of charge. */
enum LogChargeUnit {

    @Label("Ah")
    AMPERE_HOUR(3600),

    @Label("mAh")
    MILLIAMPERE_HOUR(3.6),

    @Label("C")
    COULOMB(1);

    final double coulombs;

    LogChargeUnit(final double coulombs) {
        this.coulombs = coulombs;
    }
}
