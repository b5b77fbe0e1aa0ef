// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Arrays;
import java.util.List;

/** Medians: of an even number of values the mean of the two in the middle. */
final class Medians {

    private Medians() {
    }

    static double of(final double[] values) {
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN
            : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Of every component on its own, over rows of equal length. */
    static double[] ofComponents(final List<double[]> rows) {
        final double[] medians = new double[rows.get(0).length];
        final double[] column = new double[rows.size()];
        for (int i = 0; i < medians.length; i++) {
            for (int row = 0; row < column.length; row++) {
                column[row] = rows.get(row)[i];
            }
            medians[i] = of(column);
        }
        return medians;
    }
}
