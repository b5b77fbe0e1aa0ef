// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

/**
 * What the reference contributes to the sums over voxels that a trial map loses, because they are mapped outside the
 * deformed volume or into a hole: few, and taken off the sums over the whole window.
 */
final class LostSums {

    private double count;
    private double f;
    private double ff;
    private final double[] gradient = new double[12];
    private final double[] weighted = new double[12];
    private final ReferenceWindow window;
    private double y;
    private double z;

    LostSums(final ReferenceWindow window) {
        this.window = window;
    }

    /** Moves to the row at (y, z) from the window's centre. */
    void place(final double rowY, final double rowZ) {
        y = rowY;
        z = rowZ;
    }

    /** Adds lanes of the row; {@code x} of the first of them is given from the window's centre. */
    void add(final int chunk, final int from, final int to, final double x) {
        final float[] greys = window.f[chunk];
        for (int i = from; i < to; i++) {
            if (window.counts(chunk, i)) {
                count++;
                f += greys[i];
                ff += (double)greys[i] * greys[i];
            }
        }
        add(window.gx[chunk], greys, from, to, x, 0);
        add(window.gy[chunk], greys, from, to, x, 4);
        add(window.gz[chunk], greys, from, to, x, 8);
    }

    private void add(final float[] slope, final float[] greys, final int from, final int to, final double x,
        final int at) {
        double sum = 0;
        double sumX = 0;
        double sumF = 0;
        double sumXf = 0;
        for (int i = from; i < to; i++) {
            final double product = (double)slope[i] * greys[i];
            sum += slope[i];
            sumX += (x + i - from) * slope[i];
            sumF += product;
            sumXf += (x + i - from) * product;
        }
        addRow(sum, sumX, gradient, at);
        addRow(sumF, sumXf, weighted, at);
    }

    private void addRow(final double sum, final double sumX, final double[] into, final int at) {
        into[at] += sumX;
        into[at + 1] += y * sum;
        into[at + 2] += z * sum;
        into[at + 3] += sum;
    }

    /** The sums of both volumes, over what is left of the reference. */
    TargetSums target(final ReferenceSums whole, final double[] greys, final double[] crossed) {
        return new TargetSums(whole.count() - count, whole.f() - f, whole.ff() - ff, greys[0], greys[1], greys[2],
            ReferenceSums.difference(whole.gradient(), gradient), ReferenceSums.difference(whole.weighted(), weighted),
            crossed);
    }
}
