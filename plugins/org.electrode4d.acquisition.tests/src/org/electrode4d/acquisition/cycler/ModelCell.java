// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

/**
 * A cell whose figures are known exactly: E = start + slope q + R I. Tested as cells of the paper are: 60 s rest,
 * charge to 4.3 V, tail to a tenth of the current, an hour of rest, discharge with half of the current to 3.1 V.
 *
 * @param start open-circuit potential in volt without charge
 * @param slope volt per coulomb
 * @param resistance ohm
 * @param leak fall of the potential in the rest, in volt per second
 * @param returned part of the charge between the two cut-offs that comes back
 */
record ModelCell(double start, double slope, double resistance, double leak, double returned) {

    static final ModelCell GOOD = new ModelCell(3.0, 12, 2000, 1e-6, 1);
    static final double CURRENT = 1e-5;
    static final double UPPER = 4.3;
    static final double LOWER = 3.1;
    private static final double INTERVAL = 5;
    private static final double REST = 60;

    ModelCell withStart(final double other) {
        return new ModelCell(other, slope, resistance, leak, returned);
    }

    ModelCell withSlope(final double other) {
        return new ModelCell(start, other, resistance, leak, returned);
    }

    ModelCell withResistance(final double other) {
        return new ModelCell(start, slope, other, leak, returned);
    }

    ModelCell withLeak(final double other) {
        return new ModelCell(start, slope, resistance, other, returned);
    }

    ModelCell withReturned(final double other) {
        return new ModelCell(start, slope, resistance, leak, other);
    }

    double chargeToCutOff() {
        return (UPPER - start - resistance * CURRENT) / slope;
    }

    /** The current of the tail falls with R / slope as its time constant. */
    double tail() {
        return 0.9 * CURRENT * resistance / slope;
    }

    double discharge() {
        return returned * (chargeToCutOff() + tail() - (LOWER - start + resistance * CURRENT / 2) / slope);
    }

    /** What a cycler would have logged. */
    CyclingSeries test(final String name) {
        final CyclingSeriesBuilder builder = new CyclingSeriesBuilder(name);
        for (double t = 0; t <= REST; t += INTERVAL) {
            builder.add(new CyclingRow(t, start, 0, 0, 1, 1, "", null, Double.NaN));
        }
        double time = phase(builder, REST, chargeToCutOff() / CURRENT, t -> new double[]{
            start + slope * CURRENT * t + resistance * CURRENT, CURRENT, CURRENT * t}, 2);
        final double constant = resistance / slope;
        time = phase(builder, time, constant * Math.log(10), t -> new double[]{UPPER, CURRENT * Math.exp(-t / constant),
            chargeToCutOff() + CURRENT * constant * (1 - Math.exp(-t / constant))}, 3);
        final double full = chargeToCutOff() + tail();
        time = phase(builder, time, 3600, t -> new double[]{start + slope * full - leak * t, 0, full}, 4);
        phase(builder, time, discharge() / (CURRENT / 2), t -> new double[]{
            start + slope * (full - CURRENT / 2 * t / returned) - resistance * CURRENT / 2, -CURRENT / 2,
            full - CURRENT / 2 * t}, 5);
        return builder.build();
    }

    /** Potential, current and charge at a time within a phase. */
    @FunctionalInterface
    private interface Phase {
        double[] at(double time);
    }

    private static double phase(final CyclingSeriesBuilder builder, final double from, final double duration,
        final Phase phase, final int step) {
        for (double t = 0; t < duration; t += INTERVAL) {
            add(builder, from + t, phase.at(t), step);
        }
        add(builder, from + duration, phase.at(duration), step);
        return from + duration;
    }

    private static void add(final CyclingSeriesBuilder builder, final double time, final double[] sample,
        final int step) {
        builder.add(new CyclingRow(time, sample[0], sample[1], sample[2], step, 1, "", null, Double.NaN));
    }
}
