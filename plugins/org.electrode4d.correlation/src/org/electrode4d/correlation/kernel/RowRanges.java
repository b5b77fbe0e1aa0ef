// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import java.util.Arrays;
import org.electrode4d.volume.Block;

/**
 * Which part of every row of a window lies in the deformed volume. It is kept while the map moves by less than half a
 * voxel: if voxels at a face came and went with every small movement, the criterion would jump and the iteration of a
 * window at the border would never settle. A voxel that has left by less than that is extrapolated.
 */
public final class RowRanges {

    private static final double HOLD = 0.5;

    private double[] map = new double[0];
    private int margin;
    private int[] from = new int[0];
    private int[] to = new int[0];

    /** Makes ready for a map; true if the ranges are still those to use, false if they have to be set. */
    boolean holdFor(final double[] next, final int nextMargin, final Block box, final double[] centre) {
        if (map.length > 0 && margin == nextMargin && movement(next, box, centre) < HOLD) {
            return true;
        }
        map = next.clone();
        margin = nextMargin;
        final int rows = box.sizeY() * box.sizeZ();
        if (from.length != rows) {
            from = new int[rows];
            to = new int[rows];
        }
        return false;
    }

    /** More than any voxel of the window has moved along an axis since the ranges were set. */
    private double movement(final double[] next, final Block box, final double[] centre) {
        final double[] reach = {reach(box.minX(), box.endX(), centre[0]), reach(box.minY(), box.endY(), centre[1]),
            reach(box.minZ(), box.endZ(), centre[2])};
        double largest = 0;
        for (int i = 0; i < 3; i++) {
            double moved = Math.abs(next[9 + i] - map[9 + i]);
            for (int j = 0; j < 3; j++) {
                moved += Math.abs(next[3 * i + j] - map[3 * i + j]) * reach[j];
            }
            largest = Math.max(largest, moved);
        }
        return largest;
    }

    private static double reach(final long min, final long end, final double centre) {
        return Math.max(Math.abs(min - centre), Math.abs(end - 1 - centre));
    }

    void setAll(final int width) {
        Arrays.fill(from, 0);
        Arrays.fill(to, width);
    }

    void set(final int row, final int first, final int end) {
        from[row] = first;
        to[row] = end;
    }

    int from(final int row) {
        return from[row];
    }

    int to(final int row) {
        return to[row];
    }
}
