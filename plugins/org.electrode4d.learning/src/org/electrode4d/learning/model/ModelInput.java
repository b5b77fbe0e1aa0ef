// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import org.electrode4d.learning.LearningException;
import org.electrode4d.volume.VoxelSize;

/**
 * The images that a model knows.
 *
 * @param voxelSize of the scans it was trained on, µm
 * @param tolerance largest part by which an edge of a voxel may differ, 0.1 for 10 %
 * @param columns of the images or crops in training, voxels along their rows; 0 if the size does not matter
 * @param rows of the images or crops in training; 0 if the size does not matter
 */
public record ModelInput(VoxelSize voxelSize, double tolerance, int columns, int rows) {

    /** By custom: what calibration and binning leave. */
    public static final double DEFAULT_TOLERANCE = 0.1;

    /** @throws LearningException for a negative tolerance or size */
    public ModelInput {
        if (!(tolerance >= 0) || columns < 0 || rows < 0) {
            throw new LearningException("A model needs a tolerance of the voxel size and a size of images that are not "
                + "negative, not " + tolerance + " and " + columns + " x " + rows + ".");
        }
    }

    /** Whether a volume has the voxels that the model knows. */
    public boolean fits(final VoxelSize size) {
        return fits(size.x(), size.y()) && isNear(size.z(), voxelSize.z());
    }

    /**
     * Whether a slice has the pixels that the model knows from slices across z.
     *
     * @param width of a pixel along the rows, µm
     * @param height of a pixel along the columns, µm
     */
    public boolean fits(final double width, final double height) {
        return isNear(width, voxelSize.x()) && isNear(height, voxelSize.y());
    }

    private boolean isNear(final double edge, final double trained) {
        return Math.abs(edge - trained) <= tolerance * trained * (1 + 1e-9);
    }
}
