// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.picture;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * Reads a slice of a volume at the size of a picture, with square pixels whatever the voxels are: the nearest voxel for
 * each pixel, a row at a time, so that a slice of any size takes little memory.
 */
final class SliceSampler {

    private final Volume volume;
    private final SliceAxis axis;
    private final long index;
    private final int width;
    private final int height;

    /** @param longerSide of the picture in pixels */
    SliceSampler(final Volume volume, final SliceAxis axis, final long index, final int longerSide) {
        final long slices = volume.shape().along(axis.ordinal());
        if (index < 0 || index >= slices) {
            throw new IndexOutOfBoundsException("There is no slice " + index + " across " + axis + ": " + volume.name()
                + " has " + slices + ", counted from 0.");
        }
        this.volume = volume;
        this.axis = axis;
        this.index = index;
        final double right = extent(axis.right());
        final double down = extent(axis.down());
        final double pixel = Math.max(right, down) / longerSide;
        width = (int)Math.max(1, Math.round(right / pixel));
        height = (int)Math.max(1, Math.round(down / pixel));
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Edge of a pixel in µm. */
    double pixelSize() {
        return extent(axis.right()) / width;
    }

    /** The values of the picture, row after row. */
    float[] values() {
        final Shape shape = volume.shape();
        final long across = shape.along(axis.right());
        final float[] row = new float[Math.toIntExact(across)];
        final float[] values = new float[width * height];
        long inRow = -1;
        for (int y = 0; y < height; y++) {
            final long source = nearest(y, height, shape.along(axis.down()));
            if (source != inRow) {
                volume.read(row(source), row);
                inRow = source;
            }
            for (int x = 0; x < width; x++) {
                values[y * width + x] = row[(int)nearest(x, width, across)];
            }
        }
        return values;
    }

    private Block row(final long down) {
        final Shape shape = volume.shape();
        return switch (axis) {
            case X -> new Block(index, 0, down, 1, (int)shape.y(), 1);
            case Y -> new Block(0, index, down, (int)shape.x(), 1, 1);
            case Z -> new Block(0, down, index, (int)shape.x(), 1, 1);
        };
    }

    private static long nearest(final int pixel, final int pixels, final long voxels) {
        return Math.min(voxels - 1, (long)((pixel + 0.5) * voxels / pixels));
    }

    private double extent(final int direction) {
        final VoxelSize size = volume.voxelSize();
        final double edge = direction == 0 ? size.x() : direction == 1 ? size.y() : size.z();
        return volume.shape().along(direction) * edge;
    }
}
