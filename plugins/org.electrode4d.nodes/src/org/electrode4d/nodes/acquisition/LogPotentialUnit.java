// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.knime.node.parameters.widget.choices.Label;

/** Units of potential. */
enum LogPotentialUnit {

    @Label("V")
    VOLT(1),

    @Label("mV")
    MILLIVOLT(1e-3);

    final double volts;

    LogPotentialUnit(final double volts) {
        this.volts = volts;
    }
}
