// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import java.util.Arrays;

/**
 * Medians of numbers at hand, in linear time. Of many, a sorted sample tells between which two the median is, and one
 * pass without branches leaves only what lies there (after R. W. Floyd and R. L. Rivest, "Expected time bounds for
 * selection", Commun. ACM 18, 1975, 165), until few are left: those by Hoare's quickselect with the middle of three as
 * pivot.
 */
final class Selection {

    private static final int FEW = 200;
    private static final int MANY = 1 << 13;
    private static final int SMALL_SAMPLE = 64;
    private static final int LARGE_SAMPLE = 1024;

    private Selection() {
    }

    /**
     * The median of the first numbers of an array, the mean of the two in the middle for an even count.
     *
     * @param values without NaN; reordered
     * @param count at least one
     */
    static double median(final float[] values, final int count) {
        int left = count;
        int middle = count / 2;
        while (left > FEW) {
            final float[] sample = sample(values, left);
            // three standard deviations of the rank of the median of a sample
            final int reach = (int)(1.5 * Math.sqrt(sample.length));
            final float low = sample[sample.length / 2 - reach];
            final float high = sample[sample.length / 2 + reach];
            final long between = gather(values, left, low, high);
            final int below = (int)(between >>> 32);
            final int inside = (int)between;
            if (middle - 1 < below || middle >= below + inside || inside == left) {
                break;
            }
            middle -= below;
            left = inside;
            if (low == high) {
                return low;
            }
        }
        return median(values, left, middle, count % 2 == 1);
    }

    private static float[] sample(final float[] values, final int count) {
        final float[] sample = new float[count < MANY ? SMALL_SAMPLE : LARGE_SAMPLE];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = values[(int)((long)count * i / sample.length)];
        }
        Arrays.sort(sample);
        return sample;
    }

    /**
     * Moves the numbers from {@code low} to {@code high} to the beginning. A branch that depends on numbers is guessed
     * wrong half of the time, so the sign bits of differences say what to count.
     *
     * @return how many are below, times 2^32, and how many are moved
     */
    private static long gather(final float[] values, final int count, final float low, final float high) {
        int below = 0;
        int inside = 0;
        for (int i = 0; i < count; i++) {
            final float value = values[i];
            final int isBelow = Float.floatToRawIntBits(value - low) >>> 31;
            final int isAbove = Float.floatToRawIntBits(high - value) >>> 31;
            values[i] = values[inside];
            values[inside] = value;
            below += isBelow;
            inside += 1 - isBelow - isAbove;
        }
        return (long)below << 32 | inside;
    }

    private static double median(final float[] values, final int count, final int middle, final boolean odd) {
        final float upper = select(values, count, middle);
        if (odd) {
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
