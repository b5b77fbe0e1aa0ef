// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

/**
 * Sums over all boxes of one size inside a larger box, by running sums along x, y and z: O(voxels) whatever the size of
 * the boxes. Arrays run with x fastest.
 *
 * @param sums one for every place of the box
 * @param nx places along x, and so on
 */
record BoxSums(double[] sums, int nx, int ny, int nz) {

    /** @param width extents of the boxes along x, y, z, at most those of the values */
    static BoxSums of(final double[] values, final int[] extent, final int[] width) {
        final int nx = extent[0] - width[0] + 1;
        final int ny = extent[1] - width[1] + 1;
        final int nz = extent[2] - width[2] + 1;
        final double[] rows = along(values, 1, extent[0], width[0]);
        final double[] planes = along(rows, nx, extent[1], width[1]);
        return new BoxSums(along(planes, nx * ny, extent[2], width[2]), nx, ny, nz);
    }

    /** Sums of {@code width} successive values that lie {@code step} apart, in lines of {@code length}. */
    private static double[] along(final double[] values, final int step, final int length, final int width) {
        final int places = length - width + 1;
        final int lines = values.length / (step * length);
        final double[] sums = new double[step * places * lines];
        for (int line = 0; line < lines; line++) {
            for (int i = 0; i < step; i++) {
                final int in = line * step * length + i;
                final int out = line * step * places + i;
                double sum = 0;
                for (int k = 0; k < width - 1; k++) {
                    sum += values[in + k * step];
                }
                for (int k = 0; k < places; k++) {
                    sum += values[in + (k + width - 1) * step];
                    sums[out + k * step] = sum;
                    sum -= values[in + k * step];
                }
            }
        }
        return sums;
    }
}
