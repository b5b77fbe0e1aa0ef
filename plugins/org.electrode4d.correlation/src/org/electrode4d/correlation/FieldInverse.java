// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.Point;

/**
 * Finds the material point X that a field moves to a given place x: {@code X + u(X) = x} by the iteration
 * {@code X <- X + F(X)^-1 (x - X - u(X))}, which is Newton's up to the error of the measured F. Ends when the place is
 * met within {@link #TOLERANCE} voxels.
 */
final class FieldInverse {

    static final double TOLERANCE = 1e-4;
    private static final int ITERATIONS = 50;

    private final FieldInterpolation field;
    private final double[] map = new double[FieldInterpolation.ENTRIES];
    private final double[] point = new double[3];

    FieldInverse(final DeformationField field) {
        this.field = field.interpolation();
    }

    /** x of the material point; likewise y and z. */
    double x() {
        return point[0];
    }

    double y() {
        return point[1];
    }

    double z() {
        return point[2];
    }

    Point point() {
        return new Point(point[0], point[1], point[2]);
    }

    /** Starts from a guess of the material point; false if it cannot be found, and then coordinates are NaN. */
    boolean find(final double x, final double y, final double z, final Point guess) {
        point[0] = guess.x();
        point[1] = guess.y();
        point[2] = guess.z();
        for (int i = 0; i < ITERATIONS; i++) {
            field.evaluate(point[0], point[1], point[2], map);
            final double dx = x - point[0] - map[9];
            final double dy = y - point[1] - map[10];
            final double dz = z - point[2] - map[11];
            if (!(Math.abs(dx) + Math.abs(dy) + Math.abs(dz) < Double.MAX_VALUE)) {
                break;
            }
            if (dx * dx + dy * dy + dz * dz < TOLERANCE * TOLERANCE) {
                return true;
            }
            advance(dx, dy, dz);
        }
        point[0] = Double.NaN;
        point[1] = Double.NaN;
        point[2] = Double.NaN;
        return false;
    }

    /** Cramer's rule without an array. */
    private void advance(final double dx, final double dy, final double dz) {
        final double a = map[4] * map[8] - map[5] * map[7];
        final double b = map[5] * map[6] - map[3] * map[8];
        final double c = map[3] * map[7] - map[4] * map[6];
        final double scale = 1 / (map[0] * a + map[1] * b + map[2] * c);
        point[0] += scale * (a * dx + (map[2] * map[7] - map[1] * map[8]) * dy
            + (map[1] * map[5] - map[2] * map[4]) * dz);
        point[1] += scale * (b * dx + (map[0] * map[8] - map[2] * map[6]) * dy
            + (map[2] * map[3] - map[0] * map[5]) * dz);
        point[2] += scale * (c * dx + (map[1] * map[6] - map[0] * map[7]) * dy
            + (map[0] * map[4] - map[1] * map[3]) * dz);
    }
}
