// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Point;

/** A deformation the other way round: from the deformed state back to the reference state. */
record Inverse(Deformation original) implements Deformation {

    @Override
    public Point forward(final Point reference) {
        return original.inverse(reference);
    }

    @Override
    public Point inverse(final Point deformed) {
        return original.forward(deformed);
    }

    @Override
    public double[] gradient(final Point reference) {
        return Matrix3.of(original.gradient(original.inverse(reference))).inverse().toArray();
    }

    @Override
    public Bounds forward(final Bounds reference) {
        return original.inverse(reference);
    }

    @Override
    public Bounds inverse(final Bounds deformed) {
        return original.forward(deformed);
    }

    @Override
    public Deformation inverted() {
        return original;
    }
}
