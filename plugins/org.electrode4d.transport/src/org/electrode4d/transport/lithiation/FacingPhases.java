// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import org.electrode4d.transport.mesh.MeshPart;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;

/**
 * Which phase of the voxels the facets of a particle face: on the line through the middle of a facet along its normal,
 * from inside of the particle outward, the first voxel that is not of the particle. Elements that are larger than a
 * voxel do not see layers that are thinner, such as SEI; the voxels do.
 */
final class FacingPhases {

    private static final int STEPS_PER_VOXEL = 4;

    private final ParticleCrop crop;
    private final VoxelSize size;
    private final Point origin;

    FacingPhases(final ParticleCrop crop) {
        this.crop = crop;
        size = crop.scan().voxelSize();
        origin = crop.volume().origin();
    }

    /**
     * The same part with the phases that the voxels show; what the mesh says stays where the line meets no voxel of the
     * particle, and where the volume ends.
     *
     * @param reach from the facet inward and outward, in voxels
     */
    MeshPart look(final MeshPart part, final int reach) {
        final MeshPart.Boundary boundary = part.boundary();
        final int[] beyond = boundary.beyond().clone();
        for (int facet = 0; facet < beyond.length; facet++) {
            if (beyond[facet] != MeshPart.OUTSIDE) {
                beyond[facet] = first(FacetGeometry.of(part, facet), reach, beyond[facet]);
            }
        }
        return new MeshPart(part.mesh(), new MeshPart.Boundary(boundary.cells(), boundary.opposite(), beyond));
    }

    private int first(final FacetGeometry facet, final int reach, final int otherwise) {
        final Point step = facet.normal().times(facet.normal().times(size).norm() / STEPS_PER_VOXEL);
        boolean wasInside = false;
        for (int i = -reach * STEPS_PER_VOXEL; i <= (reach + 1) * STEPS_PER_VOXEL; i++) {
            final int label = crop.label(facet.middle().plus(step.times(i)).minus(origin).dividedBy(size));
            if (wasInside && label != crop.particle()) {
                return label < 0 ? otherwise : label;
            }
            wasInside |= label == crop.particle();
        }
        return otherwise;
    }
}
