// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import org.electrode4d.transport.TransportException;

/**
 * What a particle is made of.
 *
 * @param diffusivity of lithium in it, m²/s
 * @param saturation lithium that it holds when full, mol per m³ of the particle as it was measured
 * @param conductivity for electrons, S/m, at the state of charge at which the electronic limit is asked for
 * @param equilibrium potential at rest
 */
public record ActiveMaterial(double diffusivity, double saturation, double conductivity,
    EquilibriumPotential equilibrium) {

    /** Charge of a mole of electrons, C/mol. */
    public static final double FARADAY = 96_485.332_12;

    private static final double SECONDS_PER_HOUR = 3600;
    private static final double PER_MICROMETRE_CUBED = 1e-18;
    private static final double PICO = 1e-12;
    private static final double SQUARE_MICROMETRES = 1e12;

    /** @throws TransportException unless all numbers are above zero */
    public ActiveMaterial {
        requirePositive(diffusivity, "diffusivity", "m²/s");
        requirePositive(saturation, "saturation", "mol/m³");
        requirePositive(conductivity, "conductivity", "S/m");
    }

    /**
     * The saturation of a material whose capacity is known: 311 142 mol/m³ for silicon with 3579 mAh/g (Li15Si4) and
     * 2.33 g/cm³.
     *
     * @param capacity mAh per gram
     * @param density g/cm³ of the material in the state in which it was measured
     * @return mol/m³
     */
    public static double saturation(final double capacity, final double density) {
        requirePositive(capacity, "capacity", "mAh/g");
        requirePositive(density, "density", "g/cm³");
        return capacity * density * 1e3 * SECONDS_PER_HOUR / FARADAY;
    }

    /**
     * The capacity of a volume.
     *
     * @param volume µm³
     * @return pAh
     */
    public double capacity(final double volume) {
        return charge() * volume / SECONDS_PER_HOUR;
    }

    /**
     * The current that empties or fills a volume.
     *
     * @param rate in C: one over the hours that it takes
     * @param volume µm³
     * @return pA
     */
    public double current(final double rate, final double volume) {
        return rate * capacity(volume);
    }

    /** Charge of a full µm³, in pC. */
    double charge() {
        return FARADAY * saturation * PER_MICROMETRE_CUBED / PICO;
    }

    /** Diffusivity in µm²/s. */
    double micrometresSquaredPerSecond() {
        return diffusivity * SQUARE_MICROMETRES;
    }

    static void requirePositive(final double value, final String name, final String unit) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new TransportException("The " + name + " is " + value + " " + unit
                + ", but must be a number greater than zero.");
        }
    }
}
