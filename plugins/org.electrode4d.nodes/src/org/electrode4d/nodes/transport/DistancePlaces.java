// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.transport.proximity.DistancePoints;
import org.knime.node.parameters.widget.choices.Label;

/** Where distances are measured, for the dialog. */
enum DistancePlaces {

    @Label(value = "Surfaces of triangles", description = "At each vertex of the first phase's surface, weighted with "
        + "the area around it, to the nearest point on the triangles of the other surface. Finer than a voxel; as in "
        + "the paper")
    SURFACE(DistancePoints.SURFACE),

    @Label(value = "Voxels at the surface", description = "From each voxel with a face to something else to the "
        + "nearest voxel of the other phase. Faster, and one voxel longer where distances are between centres")
    BOUNDARY_VOXELS(DistancePoints.BOUNDARY_VOXELS),

    @Label(value = "All voxels", description = "From each voxel of the phase, inside as well: how far the electrolyte "
        + "is from the particles")
    ALL_VOXELS(DistancePoints.ALL_VOXELS);

    final DistancePoints points;

    DistancePlaces(final DistancePoints points) {
        this.points = points;
    }
}
