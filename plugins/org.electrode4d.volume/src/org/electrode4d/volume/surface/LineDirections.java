// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.surface;

/**
 * The 13 directions from a voxel to half of its 26 neighbours, and the 7 kinds of them: those along x, y, z, across the
 * faces of a voxel (xy, xz, yz) and across the voxel (xyz). In a lattice of boxes all directions of a kind are as long
 * and weigh the same.
 */
final class LineDirections {

    static final int COUNT = 13;
    static final int KINDS = 7;

    private static final int[][] STEPS = {{1, 0, 0}, {-1, 1, 0}, {0, 1, 0}, {1, 1, 0}, {-1, -1, 1}, {0, -1, 1},
        {1, -1, 1}, {-1, 0, 1}, {0, 0, 1}, {1, 0, 1}, {-1, 1, 1}, {0, 1, 1}, {1, 1, 1}};

    /** Kinds by which of x (1), y (2) and z (4) a direction goes along. */
    private static final int[] KIND = {-1, 0, 1, 3, 2, 4, 5, 6};

    private LineDirections() {
    }

    /** Steps along x, y and z, each -1, 0 or 1; the first that is not 0 of z, y, x is 1. */
    static int[] step(final int direction) {
        return STEPS[direction].clone();
    }

    static int kind(final int direction) {
        final int[] step = STEPS[direction];
        return KIND[Math.abs(step[0]) + 2 * Math.abs(step[1]) + 4 * step[2]];
    }

    /** Whether a kind of directions stays in a slice. */
    static boolean isFlat(final int kind) {
        return kind == 0 || kind == 1 || kind == 3;
    }
}
