// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.particle;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/** Labelled bodies whose sizes and surfaces are known. */
final class Bodies {

    static final VoxelSize UNIT = VoxelSize.isotropic(1);

    private Bodies() {
    }

    /** The label at a voxel. */
    @FunctionalInterface
    interface Label {
        int at(int x, int y, int z);
    }

    static Volume of(final Shape shape, final VoxelSize size, final Label label) {
        final int[] voxels = new int[(int)shape.voxels()];
        int i = 0;
        for (int z = 0; z < shape.z(); z++) {
            for (int y = 0; y < shape.y(); y++) {
                for (int x = 0; x < shape.x(); x++) {
                    voxels[i++] = label.at(x, y, z);
                }
            }
        }
        return Volume.of("labels", ArrayImgs.ints(voxels, shape.x(), shape.y(), shape.z()), size);
    }

    static Volume cube(final int edge, final Label label) {
        return of(new Shape(edge, edge, edge), UNIT, label);
    }

    /** A ball of label 1 in the middle of a cube. */
    static Volume ball(final int edge, final double radius) {
        final double c = (edge - 1) / 2.0;
        return cube(edge, (x, y, z) -> square(x - c) + square(y - c) + square(z - c) <= square(radius) ? 1 : 0);
    }

    static double square(final double x) {
        return x * x;
    }
}
