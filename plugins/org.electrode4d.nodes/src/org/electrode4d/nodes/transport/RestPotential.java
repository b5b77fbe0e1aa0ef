// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.transport.lithiation.EquilibriumPotential;
import org.knime.node.parameters.widget.choices.Label;

/** The potential of an active material at rest. */
enum RestPotential {

    @Label(value = "Silicon, delithiation", description = "Polynomial of Verbrugge, Baker and Xiao (2016): 0.99 V when "
        + "empty, 0.31 V at 70 %")
    SILICON_DELITHIATION,

    @Label(value = "Silicon, lithiation", description = "Of the same authors: 0.86 V when empty, 0.12 V at 70 %")
    SILICON_LITHIATION,

    @Label(value = "Straight line", description = "From a potential when empty to one when full; two equal ones make "
        + "the current density uniform on free surface")
    LINE;

    EquilibriumPotential curve(final double empty, final double full) {
        return switch (this) {
            case SILICON_DELITHIATION -> EquilibriumPotential.SILICON_DELITHIATION;
            case SILICON_LITHIATION -> EquilibriumPotential.SILICON_LITHIATION;
            case LINE -> EquilibriumPotential.linear(empty, full - empty);
        };
    }
}
