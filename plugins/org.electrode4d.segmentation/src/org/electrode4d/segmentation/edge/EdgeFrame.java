// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.edge;

import java.util.function.ToDoubleFunction;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * Axes of a profile: along it and two across.
 *
 * @param centre µm from the centre of the first voxel
 * @param normal unit vector along the profile
 * @param first unit vector across; within the slice in a volume of one slice
 * @param second unit vector across, at right angles to both
 */
record EdgeFrame(Point centre, Point normal, Point first, Point second) {

    static EdgeFrame of(final Point centre, final Point normal, final boolean flat) {
        final Point away = flat ? new Point(0, 0, 1) : leastParallel(normal);
        final Point across = cross(away, normal);
        final Point first = across.times(1 / across.norm());
        return new EdgeFrame(centre, normal, first, cross(normal, first));
    }

    private static Point leastParallel(final Point normal) {
        final double x = Math.abs(normal.x());
        final double y = Math.abs(normal.y());
        final double z = Math.abs(normal.z());
        if (x <= y && x <= z) {
            return new Point(1, 0, 0);
        }
        return y <= z ? new Point(0, 1, 0) : new Point(0, 0, 1);
    }

    private static Point cross(final Point a, final Point b) {
        return new Point(a.y() * b.z() - a.z() * b.y(), a.z() * b.x() - a.x() * b.z(), a.x() * b.y() - a.y() * b.x());
    }

    /** Moved along the profile. */
    EdgeFrame moved(final double distance) {
        return new EdgeFrame(centre.plus(normal.times(distance)), normal, first, second);
    }

    /** µm from the centre of the first voxel. */
    Point place(final double along, final double across, final double acrossToo) {
        return centre.plus(normal.times(along)).plus(first.times(across)).plus(second.times(acrossToo));
    }

    /** The voxels between which all places are that are at most so far away along each axis of the frame, in µm. */
    Block reach(final Volume volume, final double along, final double across) {
        final VoxelSize size = volume.voxelSize();
        final Point extent = new Point(extent(Point::x, along, across), extent(Point::y, along, across),
            extent(Point::z, along, across)).dividedBy(size);
        final Point middle = centre.dividedBy(size);
        final long x = (long)Math.floor(middle.x() - extent.x());
        final long y = (long)Math.floor(middle.y() - extent.y());
        if (volume.shape().z() == 1) {
            return new Block(x, y, 0, sizeOf(middle.x(), extent.x(), x), sizeOf(middle.y(), extent.y(), y), 1);
        }
        final long z = (long)Math.floor(middle.z() - extent.z());
        return new Block(x, y, z, sizeOf(middle.x(), extent.x(), x), sizeOf(middle.y(), extent.y(), y),
            sizeOf(middle.z(), extent.z(), z));
    }

    private static int sizeOf(final double middle, final double extent, final long first) {
        return (int)(Math.ceil(middle + extent) - first) + 1;
    }

    private double extent(final ToDoubleFunction<Point> axis, final double along,
        final double across) {
        return along * Math.abs(axis.applyAsDouble(normal))
            + across * (Math.abs(axis.applyAsDouble(first)) + Math.abs(axis.applyAsDouble(second)));
    }
}
