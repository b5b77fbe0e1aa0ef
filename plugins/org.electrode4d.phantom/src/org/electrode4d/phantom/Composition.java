// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Point;

/** One deformation after another. */
record Composition(Deformation first, Deformation second) implements Deformation {

    @Override
    public Point forward(final Point reference) {
        return second.forward(first.forward(reference));
    }

    @Override
    public Point inverse(final Point deformed) {
        return first.inverse(second.inverse(deformed));
    }

    @Override
    public double[] gradient(final Point reference) {
        final Matrix3 f1 = Matrix3.of(first.gradient(reference));
        final Matrix3 f2 = Matrix3.of(second.gradient(first.forward(reference)));
        return f2.times(f1).toArray();
    }

    @Override
    public Bounds forward(final Bounds reference) {
        return second.forward(first.forward(reference));
    }

    @Override
    public Bounds inverse(final Bounds deformed) {
        return first.inverse(second.inverse(deformed));
    }

    /** Known only where the second leaves lines along x as they are, up to a shift. */
    @Override
    public boolean keepsRowsStraight() {
        return first instanceof Affine && second.keepsRowsStraight()
            || first.keepsRowsStraight() && second instanceof Affine affine && affine.keepsRowsAlongX();
    }
}
