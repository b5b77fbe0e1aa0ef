// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import java.util.List;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;

/**
 * The middle of a channel.
 *
 * @param points x, y, z of one after the other on the way down, voxels
 * @param bounds of all points
 */
record Channel(float[] points, Bounds bounds) {

    /** @param points at least one */
    static Channel through(final List<Point> points) {
        final float[] numbers = new float[3 * points.size()];
        Point min = points.get(0);
        Point max = min;
        for (int i = 0; i < points.size(); i++) {
            final Point p = points.get(i);
            numbers[3 * i] = (float)p.x();
            numbers[3 * i + 1] = (float)p.y();
            numbers[3 * i + 2] = (float)p.z();
            min = new Point(Math.min(min.x(), p.x()), Math.min(min.y(), p.y()), Math.min(min.z(), p.z()));
            max = new Point(Math.max(max.x(), p.x()), Math.max(max.y(), p.y()), Math.max(max.z(), p.z()));
        }
        return new Channel(numbers, new Bounds(min, max));
    }

    /** Lowers the distances from the nearest channel, in reaches, where this one is nearer. */
    void approach(final Block block, final double reach, final float[] distance) {
        final Bounds near = Bounds.of(block);
        if (!bounds.grow(reach).overlaps(near)) {
            return;
        }
        for (int i = 0; i < points.length; i += 3) {
            if (near.isWithin(reach, points[i], points[i + 1], points[i + 2])) {
                approach(i, block, reach, distance);
            }
        }
    }

    private void approach(final int i, final Block block, final double reach, final float[] distance) {
        final Block part = Bounds.around(new Point(points[i], points[i + 1], points[i + 2]), reach).voxelsIn(block);
        for (long z = part.minZ(); z < part.endZ(); z++) {
            for (long y = part.minY(); y < part.endY(); y++) {
                int at = (int)(((z - block.minZ()) * block.sizeY() + y - block.minY()) * block.sizeX() + part.minX()
                    - block.minX());
                for (long x = part.minX(); x < part.endX(); x++, at++) {
                    final double dx = x - points[i];
                    final double dy = y - points[i + 1];
                    final double dz = z - points[i + 2];
                    distance[at] =
                        Math.min(distance[at], (float)(Math.sqrt(dx * dx + dy * dy + dz * dz) / reach));
                }
            }
        }
    }
}
