// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Logs of cells whose potential is known in closed form, E = 3 V + slope * charge + resistance * current: a minute of
 * rest, charge with 10 µA to 4.3 V, a tail to a tenth of the current, an hour of rest, discharge with 5 µA to 3.1 V.
 */
final class PreTestLogs {

    private static final double START = 3;
    private static final double UPPER = 4.3;
    private static final double LOWER = 3.1;
    private static final double CURRENT = 1e-5;
    private static final double REST = 3600;

    private final StringBuilder text = new StringBuilder();
    /** Volt per coulomb. */
    private final double slope;
    /** Ohm. */
    private final double resistance;
    private double begin;
    private int step;

    private PreTestLogs(final double slope, final double resistance) {
        this.slope = slope;
        this.resistance = resistance;
    }

    /** Writes the logs of five cells as text of EC-Lab; the fifth has a bad contact. */
    static void write(final Path folder) throws IOException {
        final double[][] cells = {{12, 2000}, {11.9, 2060}, {12.1, 1950}, {12.05, 2020}, {12, 9000}};
        for (int i = 0; i < cells.length; i++) {
            final String name = "cell-" + (i + 1);
            Files.writeString(folder.resolve(name + ".mpt"), new PreTestLogs(cells[i][0], cells[i][1]).log(name));
        }
    }

    private String log(final String name) {
        text.append("EC-Lab ASCII FILE\nNb header lines : 5\nDevice : model of ").append(name)
            .append("\n\nNs\ttime/s\tEcell/V\tI/mA\t(Q-Qo)/mA.h\tcycle number\n");
        final double charge = (UPPER - START - resistance * CURRENT) / slope;
        final double constant = resistance / slope;
        final double full = charge + 0.9 * CURRENT * constant;
        phase(60, 30, t -> new double[]{START, 0, 0});
        phase(charge / CURRENT, 300, t -> new double[]{
            START + slope * CURRENT * t + resistance * CURRENT, CURRENT, CURRENT * t});
        phase(constant * Math.log(10), 60, t -> new double[]{UPPER, CURRENT * Math.exp(-t / constant),
            charge + CURRENT * constant * (1 - Math.exp(-t / constant))});
        phase(REST, 300, t -> new double[]{START + slope * full, 0, full});
        final double half = CURRENT / 2;
        phase((full - (LOWER - START + resistance * half) / slope) / half, 480, t -> new double[]{
            START + slope * (full - half * t) - resistance * half, -half, full - half * t});
        return text.toString();
    }

    /** Potential in volt, current in ampere and charge in coulomb at a time in seconds within a phase. */
    @FunctionalInterface
    private interface Phase {
        double[] at(double time);
    }

    private void phase(final double duration, final double interval, final Phase phase) {
        for (double t = 0; t < duration; t += interval) {
            line(t, phase.at(t));
        }
        line(duration, phase.at(duration));
        begin += duration;
        step++;
    }

    private void line(final double time, final double[] sample) {
        text.append(String.format(Locale.ROOT, "%d\t%.1f\t%.5f\t%.6f\t%.7f\t1%n", step, begin + time, sample[0],
            1e3 * sample[1], sample[2] / 3.6).replace("\r", ""));
    }
}
