// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.surface;

import java.util.ArrayList;
import java.util.List;
import org.electrode4d.volume.Point;

/**
 * The part of the unit sphere that is nearer to one direction than to others: a polygon of great circles. It is cut out
 * of the plane that touches the sphere at the direction, where great circles are straight lines; no point of it may be
 * 90° or more away from the direction.
 */
final class SphericalCell {

    /** Half the edge of the square that the polygon is cut out of; tan 84°. */
    private static final double FAR = 10;

    private final Point direction;
    private List<Point> corners;

    private SphericalCell(final Point direction) {
        this.direction = direction;
        final Point other = Math.abs(direction.x()) < 0.5 ? new Point(1, 0, 0) : new Point(0, 1, 0);
        final Point side = unit(other.minus(direction.times(other.dot(direction)))).times(FAR);
        final Point third = cross(direction, side);
        corners = List.of(direction.plus(side).plus(third), direction.minus(side).plus(third),
            direction.minus(side).minus(third), direction.plus(side).minus(third));
    }

    /** The solid angle in which a direction is the nearest of all, as part of the whole sphere; all have length 1. */
    static double share(final Point direction, final List<Point> others) {
        final SphericalCell cell = new SphericalCell(direction);
        others.forEach(other -> cell.cut(direction.minus(other)));
        return cell.solidAngle() / (4 * Math.PI);
    }

    /** Keeps what is in front of a plane through the centre of the sphere. */
    private void cut(final Point normal) {
        final List<Point> kept = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            final Point from = corners.get(i);
            final Point to = corners.get((i + 1) % corners.size());
            final double before = from.dot(normal);
            final double after = to.dot(normal);
            if (before >= 0) {
                kept.add(from);
            }
            if (before >= 0 != after >= 0) {
                kept.add(from.plus(to.minus(from).times(before / (before - after))));
            }
        }
        corners = kept;
    }

    /** Triangles about the direction: A. van Oosterom and J. Strackee, IEEE Trans. Biomed. Eng. 30 (1983) 125-126. */
    private double solidAngle() {
        double sum = 0;
        for (int i = 0; i < corners.size(); i++) {
            final Point a = unit(corners.get(i));
            final Point b = unit(corners.get((i + 1) % corners.size()));
            sum += 2 * Math.atan2(Math.abs(direction.dot(cross(a, b))),
                1 + direction.dot(a) + direction.dot(b) + a.dot(b));
        }
        return sum;
    }

    static Point unit(final Point p) {
        return p.times(1 / p.norm());
    }

    private static Point cross(final Point a, final Point b) {
        return new Point(a.y() * b.z() - a.z() * b.y(), a.z() * b.x() - a.x() * b.z(), a.x() * b.y() - a.y() * b.x());
    }
}
