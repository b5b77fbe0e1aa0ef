// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/** Masks for tests. */
final class Bodies {

    /** Whether a voxel is inside. */
    interface Inside {
        boolean at(int x, int y, int z);
    }

    private Bodies() {
    }

    static Volume mask(final Shape shape, final VoxelSize size, final Inside inside) {
        final byte[] voxels = new byte[(int)shape.voxels()];
        int i = 0;
        for (int z = 0; z < shape.z(); z++) {
            for (int y = 0; y < shape.y(); y++) {
                for (int x = 0; x < shape.x(); x++) {
                    voxels[i++] = (byte)(inside.at(x, y, z) ? 1 : 0);
                }
            }
        }
        return Volume.of("body", ArrayImgs.unsignedBytes(voxels, shape.x(), shape.y(), shape.z()), size);
    }

    static Volume mask(final Shape shape, final Inside inside) {
        return mask(shape, VoxelSize.isotropic(1), inside);
    }

    /** One row of text per row of voxels; # is inside. */
    static Volume image(final String... rows) {
        return mask(new Shape(rows[0].length(), rows.length, 1), (x, y, z) -> rows[y].charAt(x) == '#');
    }

    static Volume noise(final Shape shape, final VoxelSize size, final double share, final long seed) {
        final Random random = new Random(seed);
        return mask(shape, size, (x, y, z) -> random.nextDouble() < share);
    }

    static float[] floats(final Volume volume) {
        final float[] values = new float[(int)volume.shape().voxels()];
        volume.read(Block.of(volume.shape()), values);
        return values;
    }

    static int[] labels(final Volume volume) {
        final float[] values = floats(volume);
        final int[] labels = new int[values.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (int)values[i];
        }
        return labels;
    }
}
