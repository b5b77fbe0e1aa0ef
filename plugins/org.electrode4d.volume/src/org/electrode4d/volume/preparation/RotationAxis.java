// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.VoxelSize;

/** The axis that a sample was turned about in the scanner; slices are perpendicular to it. */
public enum RotationAxis {
    /** Slices show y to the right and z down. */
    X(1, 2),
    /** Slices show x to the right and z down. */
    Y(0, 2),
    /** Slices show x to the right and y down. */
    Z(0, 1);

    private final int right;
    private final int down;

    RotationAxis(final int right, final int down) {
        this.right = right;
        this.down = down;
    }

    /** Voxels of a slice from left to right. */
    long width(final Shape shape) {
        return shape.along(right);
    }

    /** Voxels of a slice from top to bottom. */
    long height(final Shape shape) {
        return shape.along(down);
    }

    long slices(final Shape shape) {
        return shape.along(ordinal());
    }

    /**
     * How far it is in an array of a block's values from a voxel to the next: to the right, down, to the next slice.
     */
    int[] strides(final Block block) {
        final int[] strides = {1, block.sizeX(), block.sizeX() * block.sizeY()};
        return new int[] {strides[right], strides[down], strides[ordinal()]};
    }

    /** The first voxel of a block: how far right, how far down, in which slice. */
    long[] first(final Block block) {
        final long[] first = {block.minX(), block.minY(), block.minZ()};
        return new long[] {first[right], first[down], first[ordinal()]};
    }

    /** The voxels of a block to the right, down, and across slices. */
    int[] sizes(final Block block) {
        final int[] sizes = {block.sizeX(), block.sizeY(), block.sizeZ()};
        return new int[] {sizes[right], sizes[down], sizes[ordinal()]};
    }

    /** A number of whole slices. */
    Block slab(final Shape shape, final long first, final int count) {
        final long[] min = new long[3];
        final long[] size = {shape.x(), shape.y(), shape.z()};
        min[ordinal()] = first;
        size[ordinal()] = count;
        return new Block(min[0], min[1], min[2], Math.toIntExact(size[0]), Math.toIntExact(size[1]),
            Math.toIntExact(size[2]));
    }

    /** Whether the voxels of a slice are squares, to one part in a thousand. */
    boolean hasSquareVoxels(final VoxelSize size) {
        final double[] edges = {size.x(), size.y(), size.z()};
        return Math.abs(edges[right] - edges[down]) <= 1e-3 * edges[right];
    }
}
