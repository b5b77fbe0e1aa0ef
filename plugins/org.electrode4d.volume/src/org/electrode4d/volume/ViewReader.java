// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.blocks.PrimitiveBlocks.OnFallback;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;

/**
 * Reads views (slices, translations, crops, planes in memory) through ImgLib2's block copies, which fall back to a
 * slower copy for views that they do not understand.
 */
final class ViewReader implements VoxelReader {

    private final PrimitiveBlocks<?> blocks;
    private final VoxelType type;
    private final boolean isDouble;
    private final RowCopy rows;

    ViewReader(final RandomAccessibleInterval<? extends RealType<?>> image) {
        type = VoxelType.of(image.getType());
        isDouble = image.getType() instanceof DoubleType;
        rows = new RowCopy(type);
        blocks = blocks(image).threadSafe();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the voxels are of a native type, which generics cannot say here
    private static PrimitiveBlocks<?> blocks(final RandomAccessibleInterval<?> image) {
        return PrimitiveBlocks.of((RandomAccessible<? extends NativeType>)image, OnFallback.ACCEPT);
    }

    @Override
    public void read(final Block block, final Object destination) {
        final FinalInterval interval = new FinalInterval(
            new long[] {block.minX(), block.minY(), block.minZ()},
            new long[] {block.endX() - 1, block.endY() - 1, block.endZ() - 1});
        final Object values = isDouble ? new double[block.voxels()] : type.newArray(block.voxels());
        blocks.copy(interval, values);
        rows.copy(values, 0, destination, 0, block.voxels());
    }
}
