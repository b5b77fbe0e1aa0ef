// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition;

/**
 * Bounds that hold whatever a protocol says. Each sample is checked against them; a violation ends the run in the safe
 * state.
 *
 * @param minPotential volt
 * @param maxPotential volt
 * @param maxCurrent ampere, of the magnitude
 * @param maxTime seconds of the whole run
 * @param maxCharge coulomb, of the magnitude of the net charge since the start
 * @param maxTemperature degree Celsius; infinite where there is no limit
 */
public record SafetyLimits(double minPotential, double maxPotential, double maxCurrent, double maxTime,
    double maxCharge, double maxTemperature) {

    /** Refuses limits that are no limits. */
    public SafetyLimits {
        if (!(minPotential < maxPotential) || !Double.isFinite(minPotential) || !Double.isFinite(maxPotential)) {
            throw new IllegalArgumentException("Safety limits of the potential are " + minPotential + " V and "
                + maxPotential + " V; the first must be below the second, and both finite.");
        }
        check("current", maxCurrent, "A");
        check("time", maxTime, "s");
        check("charge", maxCharge, "C");
        if (Double.isNaN(maxTemperature) || maxTemperature == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("The safety limit of the temperature is no temperature.");
        }
    }

    private static void check(final String name, final double value, final String unit) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("The safety limit of the " + name + " is " + value + " " + unit
                + "; it must be above 0 and finite.");
        }
    }
}
