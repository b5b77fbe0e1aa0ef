// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Reads any image voxel by voxel: slow, and the only way for functions, packed and 64-bit types.
 */
final class AccessReader implements VoxelReader {

    private final RandomAccessibleInterval<? extends RealType<?>> image;

    AccessReader(final RandomAccessibleInterval<? extends RealType<?>> image) {
        this.image = image;
    }

    @Override
    public void read(final Block block, final Object destination) {
        final float[] values = (float[])destination;
        final RandomAccess<? extends RealType<?>> access = image.randomAccess();
        int index = 0;
        for (long z = block.minZ(); z < block.endZ(); z++) {
            for (long y = block.minY(); y < block.endY(); y++) {
                access.setPosition(new long[] {block.minX(), y, z});
                for (int x = 0; x < block.sizeX(); x++) {
                    values[index++] = access.get().getRealFloat();
                    access.fwd(0);
                }
            }
        }
    }
}
