// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.time.LocalDateTime;

/**
 * A line of a log.
 *
 * @param time seconds since the start of the log
 * @param potential of the cell in volt
 * @param current through the cell in ampere, positive when it charges
 * @param charge net charge since the start of the log in coulomb; NaN where the log does not count it
 * @param programStep number of the step in the program of the cycler; -1 where the log has none
 * @param cycle number of the cycle as the cycler counts; -1 where the log has none
 * @param state what the cycler did, in its own words or as {@link CyclingSeries#REST} and the like; empty takes it from
 *            the sign of the current
 * @param date as the cycler wrote it, in an unknown time zone; null where the log has none
 * @param temperature in degree Celsius; NaN where there is none
 */
public record CyclingRow(double time, double potential, double current, double charge, int programStep, int cycle,
    String state, LocalDateTime date, double temperature) {

    private static final double LARGEST_POTENTIAL = 1e3;
    private static final double LARGEST_CURRENT = 1e5;

    /** A row of which only the three measured numbers are known. */
    public CyclingRow(final double time, final double potential, final double current) {
        this(time, potential, current, Double.NaN, -1, -1, "", null, Double.NaN);
    }

    /** What is wrong with the numbers; null where nothing is. An overflow value is no potential. */
    String problem() {
        if (!Double.isFinite(time)) {
            return "the time " + time + " s is not a finite number.";
        } else if (!(Math.abs(potential) <= LARGEST_POTENTIAL)) {
            return "the potential " + potential + " V is no measurement; it must lie within ±1000 V.";
        } else if (!(Math.abs(current) <= LARGEST_CURRENT)) {
            return "the current " + current + " A is no measurement; it must lie within ±100000 A.";
        }
        return Double.isInfinite(charge) ? "the charge is no finite number." : null;
    }
}
