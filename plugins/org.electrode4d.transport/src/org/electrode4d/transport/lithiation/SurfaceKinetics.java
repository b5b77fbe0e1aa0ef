// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import org.electrode4d.transport.TransportException;

/**
 * What lithium ions overcome at the surface of a particle, as resistances of an area. The current density at a place is
 * the difference of potential to equilibrium over their sum: Ohm's law, which charge transfer follows up to some 25 mV.
 *
 * @param chargeTransfer Ω cm², above zero; RT / (F j0) of an exchange current density j0
 * @param seiPerThickness Ω cm² per nm of SEI, zero or above; Müller et al. (2021) take 0.3
 */
public record SurfaceKinetics(double chargeTransfer, double seiPerThickness) {

    /** V that 1 pA/µm² makes of 1 Ω cm². */
    static final double VOLT = 1e-4;

    /** @throws TransportException for numbers out of range */
    public SurfaceKinetics {
        ActiveMaterial.requirePositive(chargeTransfer, "charge transfer resistance", "Ω cm²");
        if (!(seiPerThickness >= 0) || Double.isInfinite(seiPerThickness)) {
            throw new TransportException("The resistance of the SEI is " + seiPerThickness
                + " Ω cm²/nm, but must be zero or above.");
        }
    }

    /** As if there were no SEI. */
    public SurfaceKinetics withoutSei() {
        return new SurfaceKinetics(chargeTransfer, 0);
    }

    /**
     * The resistance of an area.
     *
     * @param thickness of the SEI, nm
     * @return Ω cm²
     */
    public double resistance(final double thickness) {
        return chargeTransfer + seiPerThickness * thickness;
    }

    /** Current density in pA/µm² per V. */
    double conductance(final double thickness) {
        return 1 / (VOLT * resistance(thickness));
    }
}
