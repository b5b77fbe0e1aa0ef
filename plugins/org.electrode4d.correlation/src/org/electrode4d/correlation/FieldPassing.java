// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.Point;

/**
 * Passes a field to another grid of the same reference volume, for instance from coarse to fine, by
 * {@link DeformationField#at}: exact for quadratic displacements inside the grid, for affine ones everywhere. Unlike
 * SPAM's passing, which averages displacements, neighbours carry theirs over with their own F.
 */
public final class FieldPassing {

    /** In spacings: a node that is nearer to another counts as at its place. */
    private static final double SAME_PLACE = 1e-9;

    private FieldPassing() {
    }

    /**
     * The field on another grid. O(nodes).
     *
     * @param grid positions in voxels of the reference
     * @return a node is CONVERGED where all nodes that it lies between are; FILLED where some of them are filled or
     *     failed, and beyond the grid, where the field was extrapolated; NOT_RUN, with nothing moved, where there is
     *     no usable node around it: fill the field first to have values there. ZNCC, residual and uncertainty belong
     *     to measured windows and are not passed on
     */
    public static DeformationField to(final DeformationField field, final NodeGrid grid) {
        final DeformationField.Builder builder = DeformationField.builder(grid, field.voxelSize())
            .volumeOrigin(field.volumeOrigin());
        field.remarks().forEach(builder::remark);
        for (int node = 0; node < grid.size(); node++) {
            final Transformation map = field.at(grid.position(node));
            if (map.isFinite()) {
                builder.set(node, NodeResult.of(map, isMeasured(field, grid.position(node)) ? NodeStatus.CONVERGED
                    : NodeStatus.FILLED));
            }
        }
        return builder.build();
    }

    /** Whether all nodes that a point lies between have converged. */
    private static boolean isMeasured(final DeformationField field, final Point p) {
        final NodeGrid grid = field.grid();
        final int[] x = between((p.x() - grid.origin().x()) / grid.spacing().x(), grid.nx());
        final int[] y = between((p.y() - grid.origin().y()) / grid.spacing().y(), grid.ny());
        final int[] z = between((p.z() - grid.origin().z()) / grid.spacing().z(), grid.nz());
        for (final int iz : z) {
            for (final int iy : y) {
                for (final int ix : x) {
                    if (!grid.contains(ix, iy, iz) || field.status(grid.index(ix, iy, iz)) != NodeStatus.CONVERGED) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** The numbers of the nodes on either side; one at the place of a node, or -1 beyond the grid. */
    private static int[] between(final double steps, final int count) {
        final double nearest = Math.rint(steps);
        if (Math.abs(steps - nearest) < SAME_PLACE) {
            return new int[] {nearest >= 0 && nearest < count ? (int)nearest : -1};
        }
        return steps < 0 || steps > count - 1 ? new int[] {-1}
            : new int[] {(int)Math.floor(steps), (int)Math.floor(steps) + 1};
    }
}
