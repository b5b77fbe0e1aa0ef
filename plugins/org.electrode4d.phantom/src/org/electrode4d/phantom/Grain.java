// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Point;

/**
 * An ellipsoid at one scan: {@code d' A d <= 1} with d from its centre. The core of a silicon grain, where
 * {@code d' A d <= core²}, holds no lithium yet.
 *
 * @param label its number, from 1, the same in all scans
 * @param phase GRAPHITE or SILICON
 * @param centre voxels
 * @param reach radius of a ball about it, voxels
 * @param form A: xx, yy, zz, xy, xz, yz
 * @param core edge of the core over that of the grain; 1 where the grain is all core
 */
record Grain(int label, ElectrodePhase phase, Point centre, double reach, double[] form, double core) {

    private static final double LEAST_AXIS = 0.72;

    /** A grain inside of a sphere, with axes and orientation by chance. */
    static Grain in(final Particle sphere, final ElectrodePhase phase, final CounterRandom random) {
        final Matrix3 turn = Matrix3.rotation(new Point(random.between(-Math.PI, Math.PI, 0),
            random.between(-Math.PI, Math.PI, 1), random.between(-Math.PI, Math.PI, 2)));
        final double[] axes = {1, random.between(LEAST_AXIS, 1, 3), random.between(LEAST_AXIS, 1, 4)};
        final double[] inverse = new double[3];
        for (int i = 0; i < 3; i++) {
            final double axis = axes[i] * sphere.radius();
            inverse[i] = 1 / (axis * axis);
        }
        return new Grain(sphere.label(), phase, sphere.centre(), sphere.radius(), turned(inverse, turn), 1);
    }

    private static double[] turned(final double[] inverseSquares, final Matrix3 turn) {
        final double[] form = new double[6];
        final int[][] places = {{0, 0}, {1, 1}, {2, 2}, {0, 1}, {0, 2}, {1, 2}};
        for (int p = 0; p < 6; p++) {
            for (int axis = 0; axis < 3; axis++) {
                form[p] += turn.at(places[p][0], axis) * inverseSquares[axis] * turn.at(places[p][1], axis);
            }
        }
        return form;
    }

    /**
     * The grain at a scan: it is carried by the electrode without being strained, turns with the stage, and grows.
     *
     * @param turn of the stage about z, radians
     * @param growth of every axis
     * @param newCore see {@link #core}
     */
    Grain at(final Deformation motion, final double turn, final double growth, final double newCore) {
        final double c = Math.cos(turn);
        final double s = Math.sin(turn);
        final double squared = growth * growth;
        final double xx = c * c * form[0] - 2 * c * s * form[3] + s * s * form[1];
        final double yy = s * s * form[0] + 2 * c * s * form[3] + c * c * form[1];
        final double xy = c * s * (form[0] - form[1]) + (c * c - s * s) * form[3];
        final double xz = c * form[4] - s * form[5];
        final double yz = s * form[4] + c * form[5];
        return new Grain(label, phase, motion.forward(centre), reach * growth,
            new double[] {xx / squared, yy / squared, form[2] / squared, xy / squared, xz / squared, yz / squared},
            newCore);
    }

    /** Voxels that it fills: {@code 4/3 pi / sqrt(det A)}. */
    double volume() {
        final double determinant = form[0] * (form[1] * form[2] - form[5] * form[5])
            - form[3] * (form[3] * form[2] - form[5] * form[4]) + form[4] * (form[3] * form[5] - form[1] * form[4]);
        return 4 * Math.PI / 3 / Math.sqrt(determinant);
    }

    /** Along the normal of the surface through a place: {@code A d}, d from the centre. */
    Point gradient(final Point d) {
        return new Point(form[0] * d.x() + form[3] * d.y() + form[4] * d.z(),
            form[3] * d.x() + form[1] * d.y() + form[5] * d.z(), form[4] * d.x() + form[5] * d.y() + form[2] * d.z());
    }

    /** {@code d' A d}. */
    double measure(final double dx, final double dy, final double dz) {
        return dx * (form[0] * dx + 2 * form[3] * dy + 2 * form[4] * dz) + dy * (form[1] * dy + 2 * form[5] * dz)
            + dz * form[2] * dz;
    }
}
