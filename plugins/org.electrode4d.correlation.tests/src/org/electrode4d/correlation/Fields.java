// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.function.Function;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;

/** Fields with known answers. */
final class Fields {

    static final VoxelSize VOXEL = new VoxelSize(0.5, 0.25, 2);
    static final NodeGrid GRID = new NodeGrid(new Point(5, 6, 7), new Point(10, 10, 10), 5, 4, 4);

    private Fields() {
    }

    static DeformationField of(final NodeGrid grid, final Function<Point, Transformation> exact) {
        final DeformationField.Builder builder = DeformationField.builder(grid, VOXEL);
        for (int node = 0; node < grid.size(); node++) {
            builder.set(node, new NodeResult(exact.apply(grid.position(node)), NodeStatus.CONVERGED, 0.99, 0.02, 5,
                1e-3, NodeResult.UNKNOWN));
        }
        return builder.build();
    }

    /** One map about the first voxel, in voxels of 1 µm. */
    static DeformationField cubic(final NodeGrid grid, final Transformation map) {
        return DeformationField.uniform(grid, VoxelSize.isotropic(1), Point.ORIGIN, map);
    }

    static DeformationField affine(final Transformation map) {
        return of(GRID, X -> map.recentred(Point.ORIGIN, X));
    }

    /** u_z = 0.01 z^2 + 0.004 x z, u_x = 0.002 y^2. */
    static Transformation quadratic(final Point X) {
        final double[] f = {1, 0.004 * X.y(), 0, 0, 1, 0, 0.004 * X.z(), 0, 1 + 0.02 * X.z() + 0.004 * X.x()};
        return Transformation.of(f, new Point(0.002 * X.y() * X.y(), 0, 0.01 * X.z() * X.z() + 0.004 * X.x() * X.z()));
    }

    static DeformationField failing(final DeformationField field, final int... nodes) {
        final DeformationField.Builder builder = field.toBuilder();
        for (final int node : nodes) {
            builder.set(node, NodeResult.of(Transformation.translation(77, 77, 77), NodeStatus.DIVERGED));
        }
        return builder.build();
    }
}
