// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/** Small boxes of voxels in which geometry is known. */
final class Boxes {

    /** Of the paper. */
    static final VoxelSize VOXEL = VoxelSize.isotropic(0.1);

    private Boxes() {
    }

    /** What is true or not at a voxel. */
    @FunctionalInterface
    interface Where {
        boolean at(int x, int y, int z);
    }

    static byte[] mask(final Shape shape, final Where where) {
        final byte[] mask = new byte[(int)shape.voxels()];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte)(where.at((int)(i % shape.x()), (int)(i / shape.x() % shape.y()),
                (int)(i / shape.x() / shape.y())) ? 1 : 0);
        }
        return mask;
    }

    static int count(final byte[] mask) {
        int count = 0;
        for (final byte value : mask) {
            count += value;
        }
        return count;
    }

    /** The label where the condition holds, else 0. */
    static Volume labels(final Shape shape, final int label, final Where where) {
        final byte[] mask = mask(shape, where);
        for (int i = 0; i < mask.length; i++) {
            mask[i] *= (byte)label;
        }
        return Volume.of("labels", ArrayImgs.unsignedBytes(mask, shape.x(), shape.y(), shape.z()), VOXEL);
    }

    /** 9000 grey values where the condition holds, else 0. */
    static Volume residual(final Shape shape, final Where where) {
        final byte[] mask = mask(shape, where);
        final float[] values = new float[mask.length];
        for (int i = 0; i < mask.length; i++) {
            values[i] = 9000f * mask[i];
        }
        return Volume.of("residual", ArrayImgs.floats(values, shape.x(), shape.y(), shape.z()), VOXEL);
    }
}
