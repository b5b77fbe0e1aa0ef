// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * Two states of a sample: the same number of voxels, of the same size. Grey values may differ by gain and offset.
 */
public record VolumePair(Volume reference, Volume deformed) {

    private static final double SAME = 1e-3;

    /**
     * @throws ShapeMismatchException if the numbers of voxels differ
     * @throws CorrelationException if the voxel sizes differ, or the volumes are flat
     */
    public VolumePair {
        if (!reference.shape().equals(deformed.shape())) {
            throw new ShapeMismatchException(reference, deformed,
                "Crop or pad one of them: both states must have the same number of voxels.");
        }
        final VoxelSize a = reference.voxelSize();
        final VoxelSize b = deformed.voxelSize();
        if (differ(a.x(), b.x()) || differ(a.y(), b.y()) || differ(a.z(), b.z())) {
            throw new CorrelationException(reference.name() + " has voxels of " + a + ", but " + deformed.name()
                + " of " + b + ". Resample one of them: both states need the same voxel size.");
        }
        final Shape shape = reference.shape();
        if (shape.z() == 1) {
            throw new CorrelationException(reference.name() + " is a single image of " + shape + " voxels. Correlation "
                + "works in three dimensions: read all slices of a scan as one volume, at least " + MINIMUM_EXTENT
                + " of them.");
        }
        if (Math.min(shape.x(), Math.min(shape.y(), shape.z())) < MINIMUM_EXTENT) {
            throw new CorrelationException(reference.name() + " has " + shape + " voxels. Correlation in three "
                + "dimensions needs at least " + MINIMUM_EXTENT + " voxels along every axis. Use a larger part of the "
                + "scan.");
        }
    }

    /** Below this no window is left after the gradient took its border. */
    static final int MINIMUM_EXTENT = 5;

    public Shape shape() {
        return reference.shape();
    }

    /** The middle of the volume, (shape - 1) / 2, in voxels. */
    public Point centre() {
        return shape().centre();
    }

    /** The states the other way round. */
    public VolumePair swapped() {
        return new VolumePair(deformed, reference);
    }

    private static boolean differ(final double a, final double b) {
        return Math.abs(a - b) > SAME * a;
    }
}
