// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.knime.node.parameters.widget.choices.Label;

/** Units of current. */
enum LogCurrentUnit {

    @Label("A")
    AMPERE(1),

    @Label("mA")
    MILLIAMPERE(1e-3),

    @Label("µA")
    MICROAMPERE(1e-6);

    final double amperes;

    LogCurrentUnit(final double amperes) {
        this.amperes = amperes;
    }
}
