// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.statistics;

import java.util.Arrays;
import org.electrode4d.volume.VoxelSize;

/**
 * A surface with one height in every column of voxels along z.
 *
 * @param heights z in voxels from the centre of the first one, x fastest; NaN where there is no surface
 * @param weights by which the columns count
 * @param columnsX number of columns along x
 */
public record HeightMap(float[] heights, float[] weights, int columnsX, VoxelSize voxelSize) {

    /** A surface whose columns all count alike. */
    public static HeightMap alike(final float[] heights, final int columnsX, final VoxelSize voxelSize) {
        final float[] weights = new float[heights.length];
        Arrays.fill(weights, 1);
        return new HeightMap(heights, weights, columnsX, voxelSize);
    }

    int columnsY() {
        return heights.length / columnsX;
    }

    boolean isKnown(final int column) {
        return heights[column] == heights[column];
    }

    /** µm from the centre of the first voxel. */
    double x(final int column) {
        return column % columnsX * voxelSize.x();
    }

    double y(final int column) {
        return column / columnsX * voxelSize.y();
    }

    double z(final int column) {
        return heights[column] * voxelSize.z();
    }
}
