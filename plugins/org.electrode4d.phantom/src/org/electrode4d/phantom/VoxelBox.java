// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/** Places of voxels in an array, x running fastest. */
record VoxelBox(int x, int y, int z) {

    /** Steps over the faces of a voxel, those within a slice first. */
    static final int[][] FACES = {{-1, 0, 0}, {1, 0, 0}, {0, -1, 0}, {0, 1, 0}, {0, 0, -1}, {0, 0, 1}};

    int voxels() {
        return x * y * z;
    }

    int plane() {
        return x * y;
    }

    /** The place a step away; -1 if that is outside. */
    int next(final int place, final int dx, final int dy, final int dz) {
        final int nx = place % x + dx;
        final int ny = place / x % y + dy;
        final int nz = place / plane() + dz;
        return nx < 0 || ny < 0 || nz < 0 || nx >= x || ny >= y || nz >= z ? -1 : (nz * y + ny) * x + nx;
    }
}
