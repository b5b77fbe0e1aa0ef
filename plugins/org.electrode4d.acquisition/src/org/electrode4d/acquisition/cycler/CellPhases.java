// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.util.stream.IntStream;

/**
 * The parts of a test: what comes before the first load, the first charge, and the discharge after it. Found from the
 * currents, so that logs without steps have them, too.
 */
final class CellPhases {

    private static final double REST_PART = 1e-3;

    private final CyclingSeries series;
    private final double restCurrent;
    /** First sample of load; the number of samples where there is none. */
    final int load;
    /** First sample that charges; the number of samples where there is none. */
    final int charge;
    /** First sample that discharges after that; the number of samples where there is none. */
    final int discharge;
    /** First sample that charges after that; the number of samples where there is none. */
    final int end;

    /** @param restCurrent ampere up to which there is no load; NaN takes 0.1 % of the largest current */
    CellPhases(final CyclingSeries series, final double restCurrent) {
        this.series = series;
        this.restCurrent = Double.isNaN(restCurrent) ? REST_PART
            * IntStream.range(0, series.size()).mapToDouble(i -> Math.abs(series.current(i))).max().orElse(0)
            : restCurrent;
        int first = 0;
        while (first < series.size() && direction(first) == 0) {
            first++;
        }
        load = first;
        charge = next(load, 1);
        discharge = next(charge, -1);
        end = next(discharge, 1);
    }

    private int next(final int from, final int wanted) {
        int i = from;
        while (i < series.size() && direction(i) != wanted) {
            i++;
        }
        return i;
    }

    /** 1 where a sample charges, -1 where it discharges, 0 at rest. */
    int direction(final int i) {
        return Math.abs(series.current(i)) <= restCurrent ? 0 : series.current(i) > 0 ? 1 : -1;
    }

    CyclingSeries series() {
        return series;
    }

    /** The samples of the first charge that charge. */
    int[] charging() {
        return IntStream.range(charge, discharge).filter(i -> direction(i) == 1).toArray();
    }

    /** Charge in coulomb that flows up to a sample, from the sample at which the first charge begins. */
    double charged(final int to) {
        return flowed(charge, to, 1);
    }

    /** Charge that the discharge gives back. */
    double discharged() {
        return Math.abs(flowed(discharge, end - 1, -1));
    }

    private double flowed(final int from, final int to, final int wanted) {
        double sum = 0;
        for (int i = from + 1; i <= to; i++) {
            sum += direction(i) == wanted ? series.charge(i) - series.charge(i - 1) : 0;
        }
        return sum;
    }

    /** Time in seconds between two samples of the first charge in which the cell is charged. */
    double chargingTime(final int from, final int to) {
        double sum = 0;
        for (int i = from + 1; i <= to; i++) {
            sum += direction(i) == 1 && direction(i - 1) == 1 ? series.time(i) - series.time(i - 1) : 0;
        }
        return sum;
    }
}
