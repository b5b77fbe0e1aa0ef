// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.filter;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * Cuts a box out of a volume, as a view: nothing is copied, positions in µm stay what they are.
 */
public final class Crop {

    private Crop() {
    }

    /** @throws IndexOutOfBoundsException if the block sticks out of the volume */
    public static Volume voxels(final Volume volume, final Block block) {
        return volume.crop(block);
    }

    /**
     * The voxels whose centres lie in a box given by two corners in µm, both included; what the box has outside of
     * the volume is ignored.
     *
     * @throws IllegalArgumentException if no voxel lies in the box
     */
    public static Volume micrometres(final Volume volume, final Point from, final Point to) {
        final Point origin = volume.origin();
        final VoxelSize size = volume.voxelSize();
        final Shape shape = volume.shape();
        final Point first = from.minus(origin).dividedBy(size);
        final Point last = to.minus(origin).dividedBy(size);
        final long minX = first(first.x());
        final long minY = first(first.y());
        final long minZ = first(first.z());
        final Block box = new Block(minX, minY, minZ, count(minX, last.x(), shape.x()),
            count(minY, last.y(), shape.y()), count(minZ, last.z(), shape.z()));
        if (box.isEmpty()) {
            final Point end = origin.plus(new Point(shape.x() - 1, shape.y() - 1, shape.z() - 1).times(size));
            throw new IllegalArgumentException("No voxel of " + volume.name() + " lies between " + text(from) + " and "
                + text(to) + "; its voxels lie between " + text(origin) + " and " + text(end) + ".");
        }
        return volume.crop(box);
    }

    private static long first(final double position) {
        return Math.max(0, (long)Math.ceil(position - 1e-9));
    }

    private static int count(final long first, final double last, final long extent) {
        final long end = Math.min(extent, (long)Math.floor(last + 1e-9) + 1);
        return (int)Math.max(0, end - first);
    }

    private static String text(final Point point) {
        return "(" + point.x() + ", " + point.y() + ", " + point.z() + ") µm";
    }
}
