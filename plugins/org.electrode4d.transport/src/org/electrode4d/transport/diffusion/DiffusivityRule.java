// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

/** How the effective diffusivity of a porous phase follows from that of the liquid in its pores. */
public enum DiffusivityRule {

    /** {@code D eps^1.5} (Bruggeman 1935), the default for porous media of COMSOL, with which Vorauer et al. computed. */
    BRUGGEMAN,

    /** {@code D eps}: straight pores. */
    LINEAR,

    /** {@code D} is the effective one already. */
    GIVEN;

    /** The effective diffusivity, in the unit of {@code diffusivity}. */
    public double effective(final double diffusivity, final double porosity) {
        return switch (this) {
            case BRUGGEMAN -> diffusivity * porosity * Math.sqrt(porosity);
            case LINEAR -> diffusivity * porosity;
            case GIVEN -> diffusivity;
        };
    }
}
