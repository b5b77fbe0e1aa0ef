// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.proximity;

import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/** What a distance between voxels is measured between. */
public enum DistanceConvention {
    /** The centres of voxels: phases that touch are one voxel apart. */
    CENTRES,
    /**
     * The faces of voxels, half a voxel before the centres: phases that touch are 0 apart. What is taken off is the
     * same in all directions, and exact along the axes of cubic voxels.
     */
    FACES;

    /**
     * What to take off a distance between centres, in µm: half a voxel at each end that stands for a surface. The edge
     * of a voxel that is not cubic is that of the cube of the same volume; in an image (z = 1), whose distances are in
     * the plane, that of the square of the same area.
     */
    double correction(final DistancePoints points, final Volume phase) {
        if (this == CENTRES) {
            return 0;
        }
        final VoxelSize size = phase.voxelSize();
        final double edge =
            phase.shape().z() == 1 ? Math.sqrt(size.x() * size.y()) : Math.cbrt(size.volume());
        return points == DistancePoints.BOUNDARY_VOXELS ? edge : edge / 2;
    }
}
