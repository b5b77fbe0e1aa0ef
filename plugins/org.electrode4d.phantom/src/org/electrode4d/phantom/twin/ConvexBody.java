// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import java.util.Arrays;
import org.electrode4d.phantom.CounterRandom;
import org.electrode4d.phantom.Matrix3;
import org.electrode4d.volume.Point;

/**
 * The shape of a milled particle: an ellipsoid with flats. Offsets are from its centre, µm.
 *
 * @param radius of the ellipsoid's longest half axis
 * @param ellipsoid makes its surface a ball of radius 1
 * @param planes nx, ny, nz, d of each flat: {@code n . offset <= d} inside
 */
record ConvexBody(double radius, Matrix3 ellipsoid, double[] planes) {

    private static final int FLATS = 10;
    private static final double DEEPEST_FLAT = 0.66;
    private static final double SHORTEST_AXIS = 0.8;

    /** An ellipsoid of random shape with random flats; further ones are what neighbours and faces leave of it. */
    static ConvexBody of(final double radius, final double[] further, final CounterRandom random) {
        final Matrix3 turn = Matrix3.rotation(direction(random, 0).times(random.between(0, Math.PI, 3)));
        final Matrix3 axes = Matrix3.of(1 / radius, 0, 0,
            0, 1 / (radius * random.between(SHORTEST_AXIS, 1, 4)), 0,
            0, 0, 1 / (radius * random.between(SHORTEST_AXIS, 1, 5)));
        final double[] planes = Arrays.copyOf(further, further.length + 4 * FLATS);
        for (int i = 0; i < FLATS; i++) {
            final Point normal = direction(random, 6 + 3 * i);
            put(planes, further.length + 4 * i, normal, radius * random.between(DEEPEST_FLAT, 1, 8 + 3 * i));
        }
        return new ConvexBody(radius, axes.times(turn), planes);
    }

    /** A random direction, from two numbers. */
    static Point direction(final CounterRandom random, final long number) {
        final double z = random.between(-1, 1, number);
        final double angle = random.between(0, 2 * Math.PI, number + 1);
        final double flat = Math.sqrt(1 - z * z);
        return new Point(flat * Math.cos(angle), flat * Math.sin(angle), z);
    }

    static void put(final double[] planes, final int at, final Point normal, final double distance) {
        planes[at] = normal.x();
        planes[at + 1] = normal.y();
        planes[at + 2] = normal.z();
        planes[at + 3] = distance;
    }

    /** How deep a place is below the surface, µm, about; negative outside. */
    double depth(final double dx, final double dy, final double dz) {
        double depth = radius * (1 - ellipsoid.times(new Point(dx, dy, dz)).norm());
        for (int i = 0; i < planes.length; i += 4) {
            depth = Math.min(depth, planes[i + 3] - planes[i] * dx - planes[i + 1] * dy - planes[i + 2] * dz);
        }
        return depth;
    }

    /** The body seen after a linear map of its offsets. */
    ConvexBody mapped(final Matrix3 inverse) {
        final double[] mapped = planes.clone();
        final Matrix3 transposed = inverse.transposed();
        for (int i = 0; i < planes.length; i += 4) {
            put(mapped, i, transposed.times(new Point(planes[i], planes[i + 1], planes[i + 2])), planes[i + 3]);
        }
        return new ConvexBody(radius, ellipsoid.times(inverse), mapped);
    }

    /** Half the edges of the box about the ellipsoid. */
    Point reach() {
        final Matrix3 out = ellipsoid.inverse();
        return new Point(row(out, 0), row(out, 1), row(out, 2));
    }

    private static double row(final Matrix3 m, final int row) {
        return Math.sqrt(m.at(row, 0) * m.at(row, 0) + m.at(row, 1) * m.at(row, 1) + m.at(row, 2) * m.at(row, 2));
    }

    /**
     * Where a line along x is inside.
     *
     * @param y offset from the centre, µm
     * @param range receives the first and the last x; the first is larger where the line misses the body
     */
    void clip(final double y, final double z, final double[] range) {
        clipEllipsoid(y, z, range);
        for (int i = 0; i < planes.length && range[0] <= range[1]; i += 4) {
            final double rest = planes[i + 3] - planes[i + 1] * y - planes[i + 2] * z;
            if (planes[i] > 0) {
                range[1] = Math.min(range[1], rest / planes[i]);
            } else if (planes[i] < 0) {
                range[0] = Math.max(range[0], rest / planes[i]);
            } else if (rest < 0) {
                range[1] = range[0] - 1;
            }
        }
    }

    private void clipEllipsoid(final double y, final double z, final double[] range) {
        final Matrix3 e = ellipsoid;
        double square = 0;
        double linear = 0;
        double rest = -1;
        for (int row = 0; row < 3; row++) {
            final double along = e.at(row, 0);
            final double across = e.at(row, 1) * y + e.at(row, 2) * z;
            square += along * along;
            linear += along * across;
            rest += across * across;
        }
        final double root = Math.sqrt(linear * linear - square * rest);
        // not a number where the line misses: then the range is empty
        range[0] = root >= 0 ? (-linear - root) / square : 1;
        range[1] = root >= 0 ? (-linear + root) / square : 0;
    }
}
