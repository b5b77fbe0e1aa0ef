// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import org.electrode4d.volume.Block;

/**
 * Where an affine map about a centre sends the rows of a window, in voxels from the first voxel of the patch that is
 * sampled, and which part of a row stays inside that patch. The part is an interval, because a box is convex.
 */
final class MappedRow {

    final double[] start = new double[3];
    final double[] step = new double[3];
    int from;
    int to;
    private final double[] map;
    private final double[] offset = new double[3];
    private final double[] last = new double[3];
    private final double first;
    private final double firstX;
    private final int width;

    /**
     * @param map F row-major, then u, about {@code centre}
     * @param firstX x of a row's first voxel from the centre
     */
    MappedRow(final double[] map, final double[] centre, final RowSampler sampler, final double firstX,
        final int width) {
        this.map = map;
        this.firstX = firstX;
        this.width = width;
        first = sampler.margin();
        final Block target = sampler.patch().block();
        final long[] min = {target.minX(), target.minY(), target.minZ()};
        final int[] size = {target.sizeX(), target.sizeY(), target.sizeZ()};
        for (int i = 0; i < 3; i++) {
            offset[i] = centre[i] + map[9 + i] - min[i];
            last[i] = size[i] - 1 - first;
            step[i] = map[3 * i];
        }
    }

    /** Moves to the row at (y, z) from the centre; what of it is inside is not computed. */
    void place(final double y, final double z) {
        for (int i = 0; i < 3; i++) {
            start[i] = offset[i] + map[3 * i] * firstX + map[3 * i + 1] * y + map[3 * i + 2] * z;
        }
    }

    /**
     * Whether all rows between two places are inside as a whole, because a box is convex.
     *
     * @param low y and z of the first row from the centre
     * @param high of the last row
     */
    boolean isAllInside(final double[] low, final double[] high) {
        for (int corner = 0; corner < 4; corner++) {
            place((corner & 1) == 0 ? low[0] : high[0], (corner & 2) == 0 ? low[1] : high[1]);
            if (!isInside(0) || !isInside(width - 1)) {
                return false;
            }
        }
        return true;
    }

    /** Computes the part of the row that is inside. */
    void findInside() {
        double low = 0;
        double high = width - 1;
        for (int i = 0; i < 3; i++) {
            if (step[i] != 0) {
                final double atFirst = (first - start[i]) / step[i];
                final double atLast = (last[i] - start[i]) / step[i];
                low = Math.max(low, Math.min(atFirst, atLast));
                high = Math.min(high, Math.max(atFirst, atLast));
            }
        }
        from = (int)Math.ceil(low);
        to = high < 0 ? 0 : (int)Math.floor(high) + 1;
        while (from < to && !isInside(from)) {
            from++;
        }
        while (from < to && !isInside(to - 1)) {
            to--;
        }
        if (from >= to) {
            from = 0;
            to = 0;
        }
    }

    /** Moves the start by voxels of the row, so that voxel i is found at {@code start + (i - voxels) step}. */
    void shiftStart(final int voxels) {
        for (int i = 0; i < 3; i++) {
            start[i] += voxels * step[i];
        }
    }

    /** Computed exactly as the samplers do, so that rounding cannot lead them outside. */
    private boolean isInside(final int i) {
        for (int k = 0; k < 3; k++) {
            final double at = start[k] + i * step[k];
            if (!(at >= first && at <= last[k])) {
                return false;
            }
        }
        return true;
    }
}
