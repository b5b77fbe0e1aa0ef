// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import org.electrode4d.phantom.Deformation;
import org.electrode4d.phantom.Deformations;
import org.electrode4d.phantom.Matrix3;
import org.electrode4d.volume.Point;

/** Where the material is at one scan, on the stage: µm from the corner of the view. */
final class ScanFrame {

    private final TwinSettings settings;
    private final int moves;
    private final Swelling swelling;
    private final Point middle;
    private final Point shift;
    private final double cos;
    private final double sin;

    ScanFrame(final TwinSettings settings, final Layers layers, final int scan) {
        this.settings = settings;
        moves = settings.moves(scan);
        swelling = new Swelling(layers, settings.states().get(0), settings.states().get(scan));
        middle = layers.middle();
        shift = settings.imaging().drift().shift().times(moves * settings.voxelSize());
        final double turn = Math.toRadians(settings.imaging().drift().rotation() * moves);
        cos = Math.cos(turn);
        sin = Math.sin(turn);
    }

    Swelling swelling() {
        return swelling;
    }

    /** The whole motion since the first scan, in voxels. */
    Deformation motion() {
        return new Rescaled(swelling, settings.voxelSize())
            .andThen(settings.imaging().drift().after(moves, Deformations.centre(settings.shape())));
    }

    /** Where a material point is. */
    Point place(final Point material) {
        final Point p = swelling.forward(material).minus(middle);
        return new Point(cos * p.x() - sin * p.y(), sin * p.x() + cos * p.y(), p.z()).plus(middle).plus(shift);
    }

    /** Rotation of the stage. */
    Matrix3 turn() {
        return Matrix3.of(cos, -sin, 0, sin, cos, 0, 0, 0, 1);
    }

    double materialX(final double x, final double y) {
        return swelling.materialX(middle.x() + cos * (x - shift.x() - middle.x())
            + sin * (y - shift.y() - middle.y()));
    }

    double materialY(final double x, final double y) {
        return swelling.materialY(middle.y() - sin * (x - shift.x() - middle.x())
            + cos * (y - shift.y() - middle.y()));
    }

    /** z before the stage moved. */
    double stageZ(final double z) {
        return z - shift.z();
    }
}
