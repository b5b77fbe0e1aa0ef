// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.transport.diffusion.DiffusivityRule;
import org.knime.node.parameters.widget.choices.Label;

/** Labels for {@link DiffusivityRule}. */
enum DiffusionRule {

    /** With the power 1.5 of the porosity. */
    @Label(value = "Bruggeman", description = "D ε^1.5: porous media with winding pores, as in COMSOL")
    BRUGGEMAN(DiffusivityRule.BRUGGEMAN),

    /** In proportion to the porosity. */
    @Label(value = "Linear", description = "D ε: straight pores")
    LINEAR(DiffusivityRule.LINEAR),

    /** As it is. */
    @Label(value = "Effective", description = "D is the effective diffusivity already")
    GIVEN(DiffusivityRule.GIVEN);

    private final DiffusivityRule rule;

    DiffusionRule(final DiffusivityRule rule) {
        this.rule = rule;
    }

    DiffusivityRule rule() {
        return rule;
    }
}
