// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

/** Medians of numbers at hand, in linear time: Hoare's quickselect with the middle of three as pivot. */
final class Selection {

    private Selection() {
    }

    /**
     * The median of the first numbers of an array, the mean of the two in the middle for an even count.
     *
     * @param values without NaN; reordered
     * @param count at least one
     */
    static double median(final float[] values, final int count) {
        final int middle = count / 2;
        final float upper = select(values, count, middle);
        if (count % 2 == 1) {
            return upper;
        }
        float lower = values[0];
        for (int i = 1; i < middle; i++) {
            lower = Math.max(lower, values[i]);
        }
        return (lower + (double)upper) / 2;
    }

    /** Puts the number of a rank to its place, smaller ones before it. */
    private static float select(final float[] values, final int count, final int rank) {
        int from = 0;
        int to = count - 1;
        while (from < to) {
            final float pivot = pivot(values, from, to);
            int i = from;
            int j = to;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    final float value = values[i];
                    values[i++] = values[j];
                    values[j--] = value;
                }
            }
            if (rank <= j) {
                to = j;
            } else if (rank >= i) {
                from = i;
            } else {
                return values[rank];
            }
        }
        return values[rank];
    }

    private static float pivot(final float[] values, final int from, final int to) {
        final float a = values[from];
        final float b = values[(from + to) >>> 1];
        final float c = values[to];
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
