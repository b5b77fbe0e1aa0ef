// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

/**
 * Where the voxels of a row of a slice are in polar coordinates. Roots and angles are the same for all slices and cost
 * more than the subtraction, so a row is placed once for as many slices as there are at hand. Belongs to one thread.
 */
final class RingRow {

    private final RingGrid grid;
    private final int[] index;
    private final float[] part;
    /** Index in the next angular window; unused with one. */
    private final int[] nextIndex;
    private final float[] share;

    /** @param width most voxels of a row */
    RingRow(final RingGrid grid, final int width) {
        this.grid = grid;
        index = new int[width];
        part = new float[width];
        nextIndex = new int[width];
        share = new float[width];
    }

    /**
     * Moves to a row.
     *
     * @param x its first voxel, counted from the left of the slice
     * @param y counted from the top of the slice
     */
    void place(final long x, final long y, final int count) {
        final double dy = y - grid.down();
        for (int i = 0; i < count; i++) {
            final double dx = x + i - grid.right();
            final double radius = Math.sqrt(dx * dx + dy * dy);
            final int ring = Math.min((int)radius, grid.rings() - 2);
            index[i] = ring;
            part[i] = (float)(radius - ring);
            if (grid.windows() > 1) {
                turn(i, Math.atan2(dy, dx) / (2 * Math.PI), ring);
            }
        }
    }

    private void turn(final int i, final double turns, final int ring) {
        final double place = (turns < 0 ? turns + 1 : turns) * grid.windows();
        final int window = Math.min((int)place, grid.windows() - 1);
        share[i] = (float)(place - window);
        index[i] = window * grid.rings() + ring;
        nextIndex[i] = (window + 1) % grid.windows() * grid.rings() + ring;
    }

    /**
     * Subtracts the rings of a slice: linear between radii and between the middles of angular windows.
     *
     * @param at index of the first voxel of the row
     * @param stride from a voxel of the row to the next
     */
    void subtract(final float[] profile, final float[] values, final int at, final int stride, final int count) {
        if (grid.windows() == 1) {
            for (int i = 0; i < count; i++) {
                values[at + i * stride] -= between(profile, index[i], part[i]);
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            values[at + i * stride] -= (1 - share[i]) * between(profile, index[i], part[i])
                + share[i] * between(profile, nextIndex[i], part[i]);
        }
    }

    private static float between(final float[] profile, final int index, final float part) {
        return (1 - part) * profile[index] + part * profile[index + 1];
    }
}
