// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.features;

/**
 * Weighted sums along one axis of values in memory, without what the kernel would need from outside. Each result is
 * summed in the same order wherever its voxel stands in the array, so that results of blocks are those of the whole.
 *
 * <p>Java vectorises loops over several arrays with one common index, but none with an offset: so neighbours are
 * copied side by side first.
 */
final class AxisCorrelation {

    /** Floats that are summed at a time: with the neighbours of a pass they stay in the processor's first cache. */
    private static final int PIECE = 1024;
    /** Pairs of neighbours that one pass adds; with more, the compiler does not vectorise any longer. */
    private static final int PAIRS = 2;

    private final float[] values;
    private final int stride;
    private final DerivativeKernel kernel;
    private final float[][] before = new float[PAIRS][];
    private final float[][] after = new float[PAIRS][];
    private final float[] sums;

    private AxisCorrelation(final float[] values, final int stride, final int room, final DerivativeKernel kernel) {
        this.values = values;
        this.stride = stride;
        this.kernel = kernel;
        for (int i = 0; i < PAIRS; i++) {
            before[i] = new float[room];
            after[i] = new float[room];
        }
        sums = new float[room];
    }

    /**
     * @param values any number of equal parts of {@code length * stride} floats
     * @param stride from a voxel to the next along the axis
     * @param length voxels along the axis
     * @return as many parts with {@code length - 2 radius} voxels along the axis
     */
    static float[] of(final float[] values, final int stride, final int length, final DerivativeKernel kernel) {
        final int kept = length - 2 * kernel.radius();
        final int parts = values.length / (stride * length);
        final float[] result = new float[parts * stride * kept];
        if (stride == 1) {
            new AxisCorrelation(values, 1, Math.max(PIECE, length), kernel).rows(length, result);
            return result;
        }
        final AxisCorrelation correlation = new AxisCorrelation(values, stride, PIECE, kernel);
        final int count = stride * kept;
        for (int part = 0; part < parts; part++) {
            for (int start = 0; start < count; start += PIECE) {
                final int piece = Math.min(PIECE, count - start);
                correlation.sum(part * stride * length + start, piece);
                System.arraycopy(correlation.sums, 0, result, part * count + start, piece);
            }
        }
        return result;
    }

    /** Many rows at a time, over their ends: what mixes two rows is dropped, and long runs are what is fast. */
    private void rows(final int length, final float[] result) {
        final int lost = 2 * kernel.radius();
        final int kept = length - lost;
        final int rows = values.length / length;
        final int atOnce = sums.length / length;
        for (int row = 0; row < rows; row += atOnce) {
            final int count = Math.min(atOnce, rows - row);
            sum(row * length, count * length - lost);
            for (int r = 0; r < count; r++) {
                System.arraycopy(sums, r * length, result, (row + r) * kept, kept);
            }
        }
    }

    /** @param first the value farthest before the first of the sums */
    private void sum(final int first, final int count) {
        final int radius = kernel.radius();
        final int centre = first + radius * stride;
        final float[] w = kernel.weights();
        System.arraycopy(values, centre, before[0], 0, count);
        scale(before[0], w[0], sums, count);
        for (int next = 1; next <= radius; next += PAIRS) {
            final int pairs = Math.min(PAIRS, radius + 1 - next);
            for (int i = 0; i < pairs; i++) {
                System.arraycopy(values, centre - (next + i) * stride, before[i], 0, count);
                System.arraycopy(values, centre + (next + i) * stride, after[i], 0, count);
            }
            if (pairs == PAIRS && kernel.odd()) {
                addDifferences(w, next, count);
            } else if (pairs == PAIRS) {
                addSums(w, next, count);
            } else {
                addPair(kernel.odd() ? -w[next] : w[next], w[next], count);
            }
        }
    }

    private static void scale(final float[] a, final float weight, final float[] sums, final int count) {
        for (int i = 0; i < count; i++) {
            sums[i] = weight * a[i];
        }
    }

    private void addPair(final float v, final float w, final int count) {
        final float[] a = before[0];
        final float[] b = after[0];
        final float[] s = sums;
        for (int i = 0; i < count; i++) {
            s[i] += v * a[i] + w * b[i];
        }
    }

    private void addSums(final float[] weights, final int next, final int count) {
        final float[] a0 = before[0];
        final float[] a1 = before[1];
        final float[] b0 = after[0];
        final float[] b1 = after[1];
        final float[] s = sums;
        final float w0 = weights[next];
        final float w1 = weights[next + 1];
        for (int i = 0; i < count; i++) {
            s[i] += w0 * (a0[i] + b0[i]) + w1 * (a1[i] + b1[i]);
        }
    }

    private void addDifferences(final float[] weights, final int next, final int count) {
        final float[] a0 = before[0];
        final float[] a1 = before[1];
        final float[] b0 = after[0];
        final float[] b1 = after[1];
        final float[] s = sums;
        final float w0 = weights[next];
        final float w1 = weights[next + 1];
        for (int i = 0; i < count; i++) {
            s[i] += w0 * (b0[i] - a0[i]) + w1 * (b1[i] - a1[i]);
        }
    }
}
