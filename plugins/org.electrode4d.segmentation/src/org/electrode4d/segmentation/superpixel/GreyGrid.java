// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.superpixel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.morphology.Connectivity;

/**
 * Grey values and the edges between neighbours. Edges are not stored: one is the number of its first voxel and of its
 * direction. Its weight is the difference of grey values without sign; edges of voxels that are not finite are none.
 * Edges have an order: by row of the first voxel, then by direction, then along x.
 */
final class GreyGrid {

    private static final int ROWS_PER_CHECK = 64;

    private final float[] values;
    private final int sizeX;
    private final int sizeY;
    private final int sizeZ;
    private final int[][] steps;
    private final int[] offsets;

    /** Edges in one direction from voxels of one row, along x; there is one for all, filled anew each time. */
    static final class Row {

        final int[] voxels;
        /** Bits of the weights, which are in the order of the weights. */
        final int[] keys;
        int direction;
        int count;

        private Row(final int size) {
            voxels = new int[size];
            keys = new int[size];
        }
    }

    /** @param values x fastest, at least as many as voxels */
    GreyGrid(final float[] values, final int sizeX, final int sizeY, final int sizeZ, final Connectivity connectivity) {
        this.values = values;
        this.sizeX = sizeX;
        this.sizeY = sizeY;
        this.sizeZ = sizeZ;
        steps = directions(connectivity).toArray(int[][]::new);
        offsets = new int[steps.length];
        for (int d = 0; d < offsets.length; d++) {
            offsets[d] = (steps[d][2] * sizeY + steps[d][1]) * sizeX + steps[d][0];
        }
    }

    /** One of the two directions of each pair of neighbours: those that lead on in raster order. */
    private List<int[]> directions(final Connectivity connectivity) {
        final List<int[]> found = new ArrayList<>();
        for (int dz = 0; dz <= (sizeZ > 1 ? 1 : 0); dz++) {
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    final boolean onward = dz > 0 || dy > 0 || dy == 0 && dx > 0;
                    if (onward && connectivity.connects(dx, dy, dz)) {
                        found.add(new int[] {dx, dy, dz});
                    }
                }
            }
        }
        return found;
    }

    int voxels() {
        return sizeX * sizeY * sizeZ;
    }

    /** Not more than there are: those at the border are counted as if there was something beyond. */
    long edges() {
        return (long)voxels() * offsets.length;
    }

    boolean isFinite(final int voxel) {
        return Float.isFinite(values[voxel]);
    }

    /** From the first voxel of an edge to the other. */
    int offset(final int direction) {
        return offsets[direction];
    }

    float weight(final int voxel, final int direction) {
        return Math.abs(values[voxel] - values[voxel + offsets[direction]]);
    }

    /** Shows all edges with {@code low <= key < high}, in their order; keys of finite weights are below that of 1/0. */
    void forEach(final int low, final int high, final Consumer<Row> visitor, final Progress progress) {
        final Row row = new Row(sizeX);
        for (int z = 0; z < sizeZ; z++) {
            for (int y = 0; y < sizeY; y++) {
                if (y % ROWS_PER_CHECK == 0) {
                    progress.check();
                }
                for (int d = 0; d < offsets.length; d++) {
                    final int[] step = steps[d];
                    if (z + step[2] < sizeZ && y + step[1] >= 0 && y + step[1] < sizeY) {
                        row.direction = d;
                        fill(row, (z * sizeY + y) * sizeX, low, high);
                        visitor.accept(row);
                    }
                }
            }
        }
    }

    private void fill(final Row row, final int start, final int low, final int high) {
        final int step = steps[row.direction][0];
        final int offset = offsets[row.direction];
        final int end = start + sizeX - Math.max(0, step);
        int count = 0;
        for (int voxel = start + Math.max(0, -step); voxel < end; voxel++) {
            final int key = Float.floatToRawIntBits(Math.abs(values[voxel] - values[voxel + offset]));
            row.voxels[count] = voxel;
            row.keys[count] = key;
            count += key >= low && key < high ? 1 : 0;
        }
        row.count = count;
    }
}
