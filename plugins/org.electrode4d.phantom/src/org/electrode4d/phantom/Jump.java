// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Point;

/**
 * Two halves that slide along each other over a narrow band: {@code u = slip tanh((X - c) . n / w)}. The slip lies in
 * the plane of the band, so that {@code (x - c) . n = (X - c) . n} and the inverse is closed. A total of twice the slip
 * separates the halves; 96 % of it happen within {@code ± 2 w}.
 */
record Jump(Point slip, Point normal, Point centre, double halfWidth) implements Deformation {

    Jump {
        if (!(Math.abs(normal.norm() - 1) < 1e-9)) {
            throw new IllegalArgumentException("The normal " + normal + " of the band must have length 1.");
        }
        if (!(Math.abs(slip.dot(normal)) <= 1e-9 * Math.max(1, slip.norm()))) {
            throw new IllegalArgumentException("The slip " + slip + " must lie in the plane of the band, "
                + "perpendicular to the normal " + normal + ".");
        }
        if (!(halfWidth > 0) || Double.isInfinite(halfWidth)) {
            throw new IllegalArgumentException(
                "The half width of the band is " + halfWidth + " voxels, but must be greater than zero.");
        }
    }

    /** How far on the one or the other side: -1 to 1. */
    private double side(final Point point) {
        return Math.tanh(point.minus(centre).dot(normal) / halfWidth);
    }

    @Override
    public Point forward(final Point reference) {
        return reference.plus(slip.times(side(reference)));
    }

    @Override
    public Point inverse(final Point deformed) {
        return deformed.minus(slip.times(side(deformed)));
    }

    @Override
    public double[] gradient(final Point reference) {
        final double side = side(reference);
        final Point s = slip.times((1 - side * side) / halfWidth);
        final Point n = normal;
        return new double[] {
            1 + s.x() * n.x(), s.x() * n.y(), s.x() * n.z(),
            s.y() * n.x(), 1 + s.y() * n.y(), s.y() * n.z(),
            s.z() * n.x(), s.z() * n.y(), 1 + s.z() * n.z()};
    }

    @Override
    public Bounds forward(final Bounds reference) {
        return shift(reference, slip);
    }

    @Override
    public Bounds inverse(final Bounds deformed) {
        return shift(deformed, slip.times(-1));
    }

    @Override
    public boolean keepsRowsStraight() {
        return normal.x() == 0;
    }

    private Bounds shift(final Bounds box, final Point vector) {
        final Point middle = box.min().plus(box.max()).times(0.5);
        final Point half = box.max().minus(box.min()).times(0.5);
        final double reach = (half.x() * Math.abs(normal.x()) + half.y() * Math.abs(normal.y())
            + half.z() * Math.abs(normal.z())) / halfWidth;
        final double at = middle.minus(centre).dot(normal) / halfWidth;
        final Point a = vector.times(Math.tanh(at - reach));
        final Point b = vector.times(Math.tanh(at + reach));
        return new Bounds(
            box.min().plus(new Point(Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.min(a.z(), b.z()))),
            box.max().plus(new Point(Math.max(a.x(), b.x()), Math.max(a.y(), b.y()), Math.max(a.z(), b.z()))));
    }
}
