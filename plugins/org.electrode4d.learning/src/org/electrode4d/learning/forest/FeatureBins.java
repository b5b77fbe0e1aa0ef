// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.forest;

import java.util.Arrays;

/**
 * Divides the values of every feature into at most 255 bins with about as many samples each; a forest sees the numbers
 * of bins only. Limits lie in the middle between two samples: {@code x} is in bin {@code b} if
 * {@code limit[b-1] <= x < limit[b]}.
 *
 * @param limits ascending, per feature; at most 254
 */
public record FeatureBins(float[][] limits) {

    /** The largest number of bins: 0 to 254, so that a byte has room for a limit that no value reaches. */
    static final int MOST = 255;

    /** Bins of samples; columns are features, and finite. */
    public static FeatureBins of(final float[][] columns) {
        final float[][] limits = new float[columns.length][];
        for (int f = 0; f < columns.length; f++) {
            limits[f] = limits(columns[f]);
        }
        return new FeatureBins(limits);
    }

    private static float[] limits(final float[] column) {
        final float[] sorted = column.clone();
        Arrays.sort(sorted);
        final float[] limits = new float[MOST - 1];
        int count = 0;
        float last = sorted[0];
        for (int i = 1; i < MOST; i++) {
            int at = (int)((long)i * sorted.length / MOST);
            if (sorted[at] > last) {
                last = sorted[at];
                while (sorted[at - 1] == last) {
                    at--;
                }
                limits[count++] = middle(sorted[at - 1], last);
            }
        }
        return Arrays.copyOf(limits, count);
    }

    /** Above the lower one, also where no float lies between them. */
    private static float middle(final float lower, final float upper) {
        final float middle = 0.5f * lower + 0.5f * upper;
        return middle > lower ? middle : upper;
    }

    public int features() {
        return limits.length;
    }

    /** The bins of samples, to grow a forest from: [feature][sample]. */
    public byte[][] bins(final float[][] columns) {
        final byte[][] bins = new byte[columns.length][];
        for (int f = 0; f < columns.length; f++) {
            bins[f] = new byte[columns[f].length];
            bin(f, columns[f], new Target(bins[f], 0, 1));
        }
        return bins;
    }

    /** The bins of a feature of voxels, to be classified: {@code bins[voxel * features + feature]}. */
    public void bin(final int feature, final float[] values, final byte[] bins) {
        bin(feature, values, new Target(bins, feature, limits.length));
    }

    private record Target(byte[] bins, int from, int stride) {
    }

    /** What is not a number goes to bin 0. */
    private void bin(final int feature, final float[] values, final Target target) {
        final float[] padded = new float[256];
        Arrays.fill(padded, Float.POSITIVE_INFINITY);
        System.arraycopy(limits[feature], 0, padded, 0, limits[feature].length);
        final byte[] bins = target.bins;
        int to = target.from;
        for (final float value : values) {
            bins[to] = (byte)search(padded, value);
            to += target.stride;
        }
    }

    /** How many limits are at most {@code x}; each step halves what is left, without a branch to be mispredicted. */
    private static int search(final float[] padded, final float x) {
        int bin = padded[127] <= x ? 128 : 0;
        bin += padded[bin + 63] <= x ? 64 : 0;
        bin += padded[bin + 31] <= x ? 32 : 0;
        bin += padded[bin + 15] <= x ? 16 : 0;
        bin += padded[bin + 7] <= x ? 8 : 0;
        bin += padded[bin + 3] <= x ? 4 : 0;
        bin += padded[bin + 1] <= x ? 2 : 0;
        return bin + (padded[bin] <= x ? 1 : 0);
    }
}
