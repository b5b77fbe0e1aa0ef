// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import static org.electrode4d.acquisition.cycler.PreTestFigure.CHARGE_CAPACITY;
import static org.electrode4d.acquisition.cycler.PreTestFigure.CHARGE_TO_CUT_OFF;
import static org.electrode4d.acquisition.cycler.PreTestFigure.CONSTANT_POTENTIAL_SHARE;
import static org.electrode4d.acquisition.cycler.PreTestFigure.CONSTANT_POTENTIAL_TIME;
import static org.electrode4d.acquisition.cycler.PreTestFigure.COULOMB_EFFICIENCY;
import static org.electrode4d.acquisition.cycler.PreTestFigure.CURRENT_AT_END;
import static org.electrode4d.acquisition.cycler.PreTestFigure.CURVE_DISTANCE;
import static org.electrode4d.acquisition.cycler.PreTestFigure.DISCHARGE_CAPACITY;
import static org.electrode4d.acquisition.cycler.PreTestFigure.INITIAL_JUMP;
import static org.electrode4d.acquisition.cycler.PreTestFigure.LOWEST_POTENTIAL;
import static org.electrode4d.acquisition.cycler.PreTestFigure.NOISE;
import static org.electrode4d.acquisition.cycler.PreTestFigure.OPEN_CIRCUIT_POTENTIAL;
import static org.electrode4d.acquisition.cycler.PreTestFigure.RESISTANCE;
import static org.electrode4d.acquisition.cycler.PreTestFigure.SELF_DISCHARGE;
import static org.electrode4d.acquisition.cycler.PreTestFigure.TIME_TO_CUT_OFF;

import java.util.Arrays;
import java.util.Locale;

import org.electrode4d.volume.statistics.OrderStatistics;

/** Measures the figures of one cell, but for its distance from the others. */
final class CellMeasurement {

    /** How close to the upper cut-off potential it counts as reached, in volt. */
    static final double REACHED = 5e-3;

    private static final double LATEST_JUMP = 10;
    private static final int REST_SAMPLES = 5;
    private static final double SCALED = 1.4826;
    /** A tail at constant potential is one in which the current falls by this part at least. */
    private static final double FALL = 0.02;

    private final CyclingSeries series;
    private final CellPhases phases;
    private final CellFigures figures = new CellFigures();

    private CellMeasurement(final CellPhases phases) {
        this.phases = phases;
        series = phases.series();
    }

    /**
     * The figures.
     *
     * @param upperCutOff volt
     * @param settling seconds of load before which the lowest potential does not count
     */
    static CellFigures of(final CellPhases phases, final double upperCutOff, final double settling) {
        final CellMeasurement measurement = new CellMeasurement(phases);
        measurement.start();
        measurement.charge(upperCutOff);
        measurement.discharge();
        measurement.rest();
        measurement.lowest(settling);
        measurement.noise();
        measurement.figures.lacks("it was not compared with the other cells", CURVE_DISTANCE);
        return measurement.figures;
    }

    private void start() {
        final int load = phases.load;
        if (load == 0) {
            figures.lacks("there is no rest before the first load", OPEN_CIRCUIT_POTENTIAL, INITIAL_JUMP, RESISTANCE);
            return;
        }
        final double open = median(Math.max(0, load - REST_SAMPLES), load);
        figures.put(OPEN_CIRCUIT_POTENTIAL, open);
        if (load == series.size()) {
            figures.lacks("there is no load", INITIAL_JUMP, RESISTANCE);
        } else if (series.time(load) - series.time(load - 1) > LATEST_JUMP) {
            figures.lacks(String.format(Locale.ROOT, "the first sample of load comes %.0f s after the last of rest, "
                + "later than 10 s", series.time(load) - series.time(load - 1)), INITIAL_JUMP, RESISTANCE);
        } else {
            figures.put(INITIAL_JUMP, series.potential(load) - open);
            figures.put(RESISTANCE, (series.potential(load) - open) / series.current(load));
        }
    }

    private double median(final int from, final int to) {
        final double[] values = new double[to - from];
        for (int i = from; i < to; i++) {
            values[i - from] = series.potential(i);
        }
        Arrays.sort(values);
        return OrderStatistics.quantile(values, 0.5);
    }

    private void charge(final double upperCutOff) {
        final int[] charging = phases.charging();
        if (charging.length == 0) {
            figures.lacks("there is no charge", TIME_TO_CUT_OFF, CHARGE_TO_CUT_OFF, CONSTANT_POTENTIAL_TIME,
                CONSTANT_POTENTIAL_SHARE, CURRENT_AT_END, CHARGE_CAPACITY);
            return;
        }
        final int last = charging[charging.length - 1];
        figures.put(CHARGE_CAPACITY, phases.charged(last));
        final int reached = Arrays.stream(charging).filter(i -> series.potential(i) >= upperCutOff - REACHED)
            .findFirst().orElse(-1);
        if (reached < 0) {
            figures.lacks(String.format(Locale.ROOT, "the upper cut-off of %.3f V was not reached", upperCutOff),
                TIME_TO_CUT_OFF, CHARGE_TO_CUT_OFF, CONSTANT_POTENTIAL_TIME, CONSTANT_POTENTIAL_SHARE, CURRENT_AT_END);
            return;
        }
        figures.put(TIME_TO_CUT_OFF, phases.chargingTime(phases.charge, reached));
        figures.put(CHARGE_TO_CUT_OFF, phases.charged(reached));
        if (series.current(last) > (1 - FALL) * series.current(reached)) {
            figures.lacks("there is no tail at constant potential", CONSTANT_POTENTIAL_TIME, CONSTANT_POTENTIAL_SHARE,
                CURRENT_AT_END);
        } else {
            final double whole = phases.charged(last);
            figures.put(CONSTANT_POTENTIAL_TIME, phases.chargingTime(reached, last));
            figures.put(CONSTANT_POTENTIAL_SHARE, (whole - phases.charged(reached)) / whole);
            figures.put(CURRENT_AT_END, series.current(last));
        }
    }

    private void discharge() {
        if (phases.discharge == series.size()) {
            figures.lacks("there is no discharge after the first charge", DISCHARGE_CAPACITY,
                PreTestFigure.COULOMB_EFFICIENCY);
            return;
        }
        figures.put(DISCHARGE_CAPACITY, phases.discharged());
        final double charge = figures.get(CHARGE_CAPACITY);
        if (charge > 0) {
            figures.put(COULOMB_EFFICIENCY, phases.discharged() / charge);
        } else {
            figures.lacks("no charge flowed in", COULOMB_EFFICIENCY);
        }
    }

    private void rest() {
        final int[] charging = phases.charging();
        int from = 0;
        int to = 0;
        int begin = charging.length == 0 ? series.size() : charging[charging.length - 1] + 1;
        for (int i = begin; i < phases.discharge; i++) {
            if (phases.direction(i) != 0) {
                begin = i + 1;
            } else if (to == 0 || series.time(i) - series.time(begin) > series.time(to - 1) - series.time(from)) {
                from = begin;
                to = i + 1;
            }
        }
        if (to > 0) {
            final double half = 0.5 * (series.time(from) + series.time(to - 1));
            while (series.time(from) < half) {
                from++;
            }
        }
        if (to - from < 3 || series.time(to - 1) == series.time(from)) {
            figures.lacks("there is no rest of several samples between charge and discharge", SELF_DISCHARGE);
        } else {
            figures.put(SELF_DISCHARGE, -slope(from, to));
        }
    }

    /** Slope of the least-squares line in volt per second. */
    private double slope(final int from, final int to) {
        final double n = to - from;
        double meanTime = 0;
        double meanPotential = 0;
        for (int i = from; i < to; i++) {
            meanTime += series.time(i) / n;
            meanPotential += series.potential(i) / n;
        }
        double both = 0;
        double square = 0;
        for (int i = from; i < to; i++) {
            both += (series.time(i) - meanTime) * (series.potential(i) - meanPotential);
            square += (series.time(i) - meanTime) * (series.time(i) - meanTime);
        }
        return both / square;
    }

    private void lowest(final double settling) {
        double lowest = Double.POSITIVE_INFINITY;
        double loaded = 0;
        for (int i = phases.load; i < series.size(); i++) {
            if (phases.direction(i) != 0) {
                loaded += i > phases.load && phases.direction(i - 1) != 0 ? series.time(i) - series.time(i - 1) : 0;
                lowest = loaded >= settling ? Math.min(lowest, series.potential(i)) : lowest;
            }
        }
        if (Double.isInfinite(lowest)) {
            figures.lacks(String.format(Locale.ROOT, "there is no load longer than %.0f s", settling),
                LOWEST_POTENTIAL);
        } else {
            figures.put(LOWEST_POTENTIAL, lowest);
        }
    }

    private void noise() {
        final double[] scatter = new double[Math.max(0, series.size() - 2)];
        int count = 0;
        for (int i = 1; i + 1 < series.size(); i++) {
            final double span = series.time(i + 1) - series.time(i - 1);
            if (series.step(i + 1) == series.step(i - 1) && span > 0) {
                final double right = (series.time(i) - series.time(i - 1)) / span;
                final double left = 1 - right;
                scatter[count++] = Math.abs(series.potential(i) - left * series.potential(i - 1)
                    - right * series.potential(i + 1)) / Math.sqrt(1 + left * left + right * right);
            }
        }
        if (count < REST_SAMPLES) {
            figures.lacks("there are too few samples in a row", NOISE);
        } else {
            final double[] sorted = Arrays.copyOf(scatter, count);
            Arrays.sort(sorted);
            figures.put(NOISE, SCALED * OrderStatistics.quantile(sorted, 0.5));
        }
    }
}
