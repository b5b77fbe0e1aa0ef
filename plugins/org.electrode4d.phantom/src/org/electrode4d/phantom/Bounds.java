// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;

/**
 * A box in continuous space with its faces along the axes, in voxels; a voxel's position is its centre.
 *
 * @param min the corner with the smallest coordinates
 * @param max the corner with the largest coordinates, which belongs to the box
 */
public record Bounds(Point min, Point max) {

    /** @throws IllegalArgumentException if the corners are the wrong way round or not numbers */
    public Bounds {
        if (!(min.x() <= max.x() && min.y() <= max.y() && min.z() <= max.z())) {
            throw new IllegalArgumentException("The corners " + min + " and " + max + " do not span a box.");
        }
    }

    /** The box from the centre of a block's first voxel to the centre of its last. */
    static Bounds of(final Block block) {
        return new Bounds(new Point(block.minX(), block.minY(), block.minZ()),
            new Point(block.endX() - 1.0, block.endY() - 1.0, block.endZ() - 1.0));
    }

    /** The smallest box around a ball. */
    public static Bounds around(final Point centre, final double radius) {
        return new Bounds(centre, centre).grow(radius);
    }

    /** The box with its faces moved outwards. */
    public Bounds grow(final double distance) {
        final Point margin = new Point(distance, distance, distance);
        return new Bounds(min.minus(margin), max.plus(margin));
    }

    public boolean contains(final Point point) {
        return min.x() <= point.x() && point.x() <= max.x() && min.y() <= point.y() && point.y() <= max.y()
            && min.z() <= point.z() && point.z() <= max.z();
    }

    boolean overlaps(final Bounds other) {
        return min.x() <= other.max.x() && other.min.x() <= max.x() && min.y() <= other.max.y()
            && other.min.y() <= max.y() && min.z() <= other.max.z() && other.min.z() <= max.z();
    }

    /** Whether the box comes closer than a distance along every axis: a cheap test that never misses a ball. */
    boolean isWithin(final double distance, final double x, final double y, final double z) {
        return min.x() - x <= distance && x - max.x() <= distance && min.y() - y <= distance
            && y - max.y() <= distance && min.z() - z <= distance && z - max.z() <= distance;
    }

    /** The voxels whose centres may lie in the box, as the part of a block. */
    public Block voxelsIn(final Block block) {
        final long x = clip(Math.floor(min.x()), block.minX(), block.endX());
        final long y = clip(Math.floor(min.y()), block.minY(), block.endY());
        final long z = clip(Math.floor(min.z()), block.minZ(), block.endZ());
        return new Block(x, y, z, (int)(clip(Math.ceil(max.x()) + 1, x, block.endX()) - x),
            (int)(clip(Math.ceil(max.y()) + 1, y, block.endY()) - y),
            (int)(clip(Math.ceil(max.z()) + 1, z, block.endZ()) - z));
    }

    private static long clip(final double value, final long min, final long max) {
        return (long)Math.max(min, Math.min(max, value));
    }
}
