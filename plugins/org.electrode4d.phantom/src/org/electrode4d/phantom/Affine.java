// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Point;

/** {@code x = c + F (X - c) + t}. Rigid motions, shifts and the identity are affine too. */
final class Affine implements Deformation {

    private final Matrix3 f;
    private final Matrix3 inverse;
    private final Point translation;
    private final Point centre;

    /** @throws IllegalArgumentException unless det F is greater than zero */
    Affine(final Matrix3 f, final Point translation, final Point centre) {
        if (!(f.determinant() > 1e-9)) {
            throw new IllegalArgumentException("The determinant of the deformation gradient is " + f.determinant()
                + ", but must be greater than zero: matter neither vanishes nor turns inside out.");
        }
        this.f = f;
        this.translation = translation;
        this.centre = centre;
        inverse = f.inverse();
    }

    @Override
    public Point forward(final Point reference) {
        return f.times(reference.minus(centre)).plus(centre).plus(translation);
    }

    @Override
    public Point inverse(final Point deformed) {
        return inverse.times(deformed.minus(translation).minus(centre)).plus(centre);
    }

    @Override
    public double[] gradient(final Point reference) {
        return f.toArray();
    }

    @Override
    public Bounds forward(final Bounds reference) {
        return map(reference, f, forward(middle(reference)));
    }

    @Override
    public Bounds inverse(final Bounds deformed) {
        return map(deformed, inverse, inverse(middle(deformed)));
    }

    @Override
    public boolean keepsRowsStraight() {
        return true;
    }

    @Override
    public Deformation inverted() {
        return new Affine(inverse, inverse.times(translation).times(-1), centre);
    }

    /** Whether lines along x stay lines along x. */
    boolean keepsRowsAlongX() {
        return f.at(1, 0) == 0 && f.at(2, 0) == 0;
    }

    private static Point middle(final Bounds box) {
        return box.min().plus(box.max()).times(0.5);
    }

    private static Bounds map(final Bounds box, final Matrix3 matrix, final Point middle) {
        final Point half = matrix.absolute().times(box.max().minus(box.min()).times(0.5));
        return new Bounds(middle.minus(half), middle.plus(half));
    }

    @Override
    public String toString() {
        return "affine F = " + java.util.Arrays.toString(f.toArray()) + ", t = " + translation + ", c = " + centre;
    }
}
