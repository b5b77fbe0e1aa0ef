// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import java.util.Arrays;

/**
 * Which voxels of a slice are the samples of its polar coordinates: the nearest ones, because interpolation would blur
 * rings that are one voxel wide. The same for all slices of a volume; 4 bytes per sample.
 *
 * <p>A line is a radius with the beginning of the opposite one before it: place {@code half + r} is radius r.
 */
final class RingSamples {

    private final RingGrid grid;
    private final int half;
    /** Ring by ring; one behind the last voxel of a slice where a sample is outside. */
    private final int[] voxels;
    private final int[] last;

    /** @param half places of a line before its radius 0 */
    RingSamples(final RingGrid grid, final int half) {
        this.grid = grid;
        this.half = half;
        final int angles = grid.angles();
        voxels = new int[grid.rings() * angles];
        for (int angle = 0; angle < angles; angle++) {
            final double turn = 2 * Math.PI * angle / angles;
            locate(angle, Math.cos(turn), Math.sin(turn));
        }
        last = new int[angles];
        for (int angle = 0; angle < angles; angle++) {
            last[angle] = findLast(angle);
        }
    }

    private void locate(final int angle, final double cos, final double sin) {
        for (int ring = 0; ring < grid.rings(); ring++) {
            final double x = grid.right() + ring * cos + 0.5;
            final double y = grid.down() + ring * sin + 0.5;
            final boolean inside = x >= 0 && y >= 0 && x < grid.width() && y < grid.height();
            voxels[ring * grid.angles() + angle] = inside ? (int)y * grid.width() + (int)x : outside();
        }
    }

    private int outside() {
        return grid.width() * grid.height();
    }

    /** The last place inside, if all before it are and there is room for a whole window; else -1. */
    private int findLast(final int angle) {
        int end = 0;
        while (end < places() && voxels[sample(end, angle)] != outside()) {
            end++;
        }
        for (int place = end; place < places(); place++) {
            if (voxels[sample(place, angle)] != outside()) {
                return -1;
            }
        }
        return end > 2 * half ? end - 1 : -1;
    }

    /** Places of a line. */
    int places() {
        return half + grid.rings();
    }

    private int sample(final int place, final int angle) {
        if (place >= half) {
            return (place - half) * grid.angles() + angle;
        }
        final int opposite = (angle + grid.angles() / 2) % grid.angles();
        return Math.min(half - place, grid.rings() - 1) * grid.angles() + opposite;
    }

    /**
     * The last place of a line that is inside the slice, where a whole window fits into the line and nothing before is
     * outside; -1 for other lines.
     */
    int last(final int angle) {
        return last[angle];
    }

    /**
     * The samples of some neighbouring lines at one place.
     *
     * @param slice x fastest, and NaN at its end
     */
    void read(final float[] slice, final int place, final int firstAngle, final int count, final float[] row) {
        if (place < half && half - place >= grid.rings()) {
            Arrays.fill(row, 0, count, Float.NaN);
            return;
        }
        final int turn = place < half ? grid.angles() / 2 : 0;
        final int ring = Math.abs(place - half) * grid.angles();
        final int begin = (firstAngle + turn) % grid.angles();
        final int straight = Math.min(count, grid.angles() - begin);
        gather(slice, ring + begin, straight, row, 0);
        gather(slice, ring, count - straight, row, straight);
    }

    private void gather(final float[] slice, final int from, final int count, final float[] row, final int to) {
        for (int i = 0; i < count; i++) {
            row[to + i] = slice[voxels[from + i]];
        }
    }
}
