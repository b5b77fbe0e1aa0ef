// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.util.ArrayList;
import java.util.List;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.morphology.Connectivity;

/**
 * The addresses of voxels in planes that have a rim of voxels outside, so that neighbours are looked up without asking
 * for the border: one column to the left, which is also to the right of the row before, and a row below and above.
 */
final class FloodGrid {

    private final Shape shape;
    private final int stride;
    private final int planeVoxels;
    private final int bits;
    private final int[] stepsZ;
    private final int[] steps;

    FloodGrid(final Shape shape, final Connectivity connectivity) {
        this.shape = shape;
        stride = Math.toIntExact(shape.x() + 1);
        planeVoxels = Math.toIntExact(stride * (shape.y() + 2) + 1);
        bits = Integer.SIZE - Integer.numberOfLeadingZeros(planeVoxels - 1);
        final List<int[]> found = new ArrayList<>();
        for (int dz = -1; dz <= 1; dz++) {
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    if (connectivity.connects(dx, dy, dz)) {
                        found.add(new int[] {dz, dy * stride + dx});
                    }
                }
            }
        }
        stepsZ = found.stream().mapToInt(step -> step[0]).toArray();
        steps = found.stream().mapToInt(step -> step[1]).toArray();
    }

    Shape shape() {
        return shape;
    }

    /** Voxels of a plane with its rim. */
    int planeVoxels() {
        return planeVoxels;
    }

    /** From a voxel to the next along y. */
    int stride() {
        return stride;
    }

    int index(final int x, final int y) {
        return (y + 1) * stride + x + 1;
    }

    int x(final int index) {
        return index % stride - 1;
    }

    int y(final int index) {
        return index / stride - 1;
    }

    /** Planes to each of the neighbours. */
    int[] stepsZ() {
        return stepsZ;
    }

    /** From the index of a voxel in its plane to those of its neighbours in theirs. */
    int[] steps() {
        return steps;
    }

    /** Bits of a voxel's number in a list that its index in the plane takes; the others count planes. */
    int bits() {
        return bits;
    }

    /** Planes that the numbers in a list can count. */
    long mostPlanes() {
        return 1L << Integer.SIZE - bits;
    }
}
