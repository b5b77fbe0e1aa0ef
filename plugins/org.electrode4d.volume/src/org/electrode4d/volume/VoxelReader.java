// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.cell.AbstractCellImg;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Copies a box of voxels of an image into an array. Safe to be used from several threads at once.
 */
@FunctionalInterface
interface VoxelReader {

    /**
     * @param block inside the image
     * @param destination {@code float[]}, or an array of the image's own type for an exact copy
     */
    void read(Block block, Object destination);

    /**
     * The fastest reader for an image: straight from the primitive arrays of cells and arrays; through ImgLib2's block
     * copies for views of those; voxel by voxel for anything else.
     *
     * @param image three-dimensional and zero-min, or a two-dimensional array
     * @param view the same image in three dimensions
     */
    static VoxelReader of(final RandomAccessibleInterval<? extends RealType<?>> image,
        final RandomAccessibleInterval<? extends RealType<?>> view) {
        final RealType<?> voxel = image.getType();
        final VoxelType type = VoxelType.of(voxel);
        if (!isPrimitive(voxel)) {
            return new AccessReader(view);
        } else if (image instanceof ArrayImg<?, ?> array && array.update(null) instanceof ArrayDataAccess<?> data) {
            return array(data, Block.of(Volume.shape(view)), new RowCopy(type));
        } else if (image instanceof AbstractCellImg<?, ?, ?, ?> cells && cells.numDimensions() == 3) {
            return new CellReader(cells, new RowCopy(type));
        }
        return new ViewReader(view);
    }

    private static VoxelReader array(final ArrayDataAccess<?> data, final Block whole, final RowCopy rows) {
        return (block, destination) -> rows.copy(data.getCurrentStorageArray(), whole, destination, block);
    }

    private static boolean isPrimitive(final RealType<?> voxel) {
        return VoxelType.of(voxel).isInteger() || voxel instanceof FloatType || voxel instanceof DoubleType;
    }
}
