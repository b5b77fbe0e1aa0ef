// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.surface;

/** The cells between rows of voxels that are next to each other: which of their corners are at or above the level. */
final class FieldCells {

    private final float[] values;
    private final double level;
    private final int width;
    private final int[] cases;
    private final int[] starts = new int[4];

    /**
     * @param values holds the rows that are asked for
     * @param width voxels of a row
     */
    FieldCells(final float[] values, final int width, final double level) {
        this.values = values;
        this.level = level;
        this.width = width;
        cases = new int[width];
    }

    /**
     * The cases of all cells between four rows.
     *
     * @param lower where the row of the least y and z begins; its neighbour in y follows it
     * @param upper where the row next in z begins; its neighbour in y follows it
     * @return one case less than voxels; the array is used again
     */
    int[] row(final int lower, final int upper) {
        starts[0] = lower;
        starts[1] = lower + width;
        starts[2] = upper;
        starts[3] = upper + width;
        for (int x = 0; x < width; x++) {
            cases[x] = (values[starts[0] + x] >= level ? 1 : 0) | (values[starts[1] + x] >= level ? 2 : 0)
                | (values[starts[2] + x] >= level ? 4 : 0) | (values[starts[3] + x] >= level ? 8 : 0);
        }
        for (int x = 0; x + 1 < width; x++) {
            cases[x] |= cases[x + 1] << 4;
        }
        return cases;
    }

    /** Whether all corners of a cell of the row are numbers. */
    boolean isFinite(final int x) {
        // the sum of eight numbers is one unless it is beyond all that a double can hold
        return Double.isFinite((double)values[starts[0] + x] + values[starts[1] + x] + values[starts[2] + x]
            + values[starts[3] + x] + values[starts[0] + x + 1] + values[starts[1] + x + 1]
            + values[starts[2] + x + 1] + values[starts[3] + x + 1]);
    }

    /** The value at a corner of a cell of the row. */
    float corner(final int x, final int corner) {
        return values[starts[corner & 3] + x + (corner >> 2)];
    }

    /** Where between two values the level is, 0 at the first and 1 at the second. */
    double crossing(final float from, final float to) {
        return (level - from) / ((double)to - from);
    }
}
