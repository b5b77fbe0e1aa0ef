// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition;

/**
 * What an instrument measured at one moment.
 *
 * @param time of the clock at which it was measured, in seconds
 * @param potential of the cell in volt; finite
 * @param current through the cell in ampere, positive when it charges; finite
 * @param temperature in degree Celsius; NaN where there is no sensor
 * @param stopped whether the instrument has switched its output off by itself, because a limit that it holds was
 *            reached or because its own time ran out
 */
public record Reading(double time, double potential, double current, double temperature, boolean stopped) {

    /** Refuses what is no measurement: an overflow value must never be taken for a potential. */
    public Reading {
        if (!Double.isFinite(time) || !Double.isFinite(potential) || !Double.isFinite(current)
            || Double.isInfinite(temperature)) {
            throw new IllegalArgumentException("Not a measurement: " + potential + " V, " + current + " A, "
                + temperature + " °C at " + time + " s.");
        }
    }
}
