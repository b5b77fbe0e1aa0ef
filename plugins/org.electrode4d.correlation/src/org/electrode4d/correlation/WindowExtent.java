// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Optional;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;

/**
 * The voxels of the reference that a node's window compares, taken as an axis-aligned box.
 *
 * @param middle of the box in voxels of the reference
 * @param variance of the voxels' positions along x, y, z about the middle, {@code (n^2 - 1) / 12} for n voxels
 */
record WindowExtent(Point middle, Point variance) {

    /** Voxels beside a face of the deformed volume that a spline does not use. */
    private static final double DEFORMED_MARGIN = 2;
    /** A window turned or squeezed further than this has no face along the axis that could be told. */
    private static final double LEAST_STRETCH = 0.3;

    /**
     * The window of {@link NodeTask}, less what {@code map} leads out of the deformed volume. The deformed volume's
     * faces are followed with the diagonal of F only, so that they stay parallel to the axes.
     *
     * @param map about the node
     * @param shape of both volumes
     * @return empty if no voxels are left
     */
    static Optional<WindowExtent> of(final Point node, final Transformation map, final int halfWindow,
        final Shape shape) {
        final Block whole = Block.around((long)Math.rint(node.x()), (long)Math.rint(node.y()),
            (long)Math.rint(node.z()), halfWindow);
        final Block window = whole.intersect(Block.of(shape).grow(-1));
        final double[] x = axis(window.minX(), window.endX() - 1, node.x(), map.displacement().x(), map.f(0, 0),
            shape.x());
        final double[] y = axis(window.minY(), window.endY() - 1, node.y(), map.displacement().y(), map.f(1, 1),
            shape.y());
        final double[] z = axis(window.minZ(), window.endZ() - 1, node.z(), map.displacement().z(), map.f(2, 2),
            shape.z());
        return x[1] > 0 && y[1] > 0 && z[1] > 0 ? Optional.of(new WindowExtent(new Point(x[0], y[0], z[0]),
            new Point(variance(x[1]), variance(y[1]), variance(z[1])))) : Optional.empty();
    }

    /** Middle and number of voxels along an axis. */
    private static double[] axis(final long first, final long last, final double node, final double u,
        final double stretch, final long size) {
        double low = first;
        double high = last;
        if (stretch > LEAST_STRETCH) {
            low = Math.max(low, Math.ceil(node + (DEFORMED_MARGIN - node - u) / stretch));
            high = Math.min(high, Math.floor(node + (size - 1 - DEFORMED_MARGIN - node - u) / stretch));
        }
        return new double[] {(low + high) / 2, high - low + 1};
    }

    private static double variance(final double voxels) {
        return (voxels * voxels - 1) / 12;
    }
}
