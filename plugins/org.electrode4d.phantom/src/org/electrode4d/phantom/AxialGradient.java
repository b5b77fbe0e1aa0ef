// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Point;

/**
 * Strain along z that grows linearly with depth: {@code z = Z + a Z²} for {@code 0 <= Z <= length} with
 * {@code a = strain / (2 length)}, so that {@code du/dZ} runs from 0 at the first slice to {@code strain} at the depth
 * {@code length}. In front of it nothing moves, behind it the strain stays; so the map is smooth to its first
 * derivative and invertible everywhere.
 */
record AxialGradient(double strain, double length) implements Deformation {

    AxialGradient {
        if (!(strain > -1) || Double.isInfinite(strain)) {
            throw new IllegalArgumentException("The axial strain at the far end is " + strain
                + ", but must be a number greater than -1, where the thickness is zero.");
        }
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("The strain gradient needs a length greater than zero, not " + length
                + " voxels.");
        }
    }

    private double curvature() {
        return strain / (2 * length);
    }

    private double forward(final double z) {
        if (z <= 0) {
            return z;
        }
        return z <= length ? z + curvature() * z * z : z + curvature() * length * length + strain * (z - length);
    }

    private double inverse(final double z) {
        if (z <= 0) {
            return z;
        }
        final double end = forward(length);
        // the root without the difference of nearly equal numbers, exact for a -> 0 as well
        return z <= end ? 2 * z / (1 + Math.sqrt(1 + 4 * curvature() * z)) : length + (z - end) / (1 + strain);
    }

    @Override
    public Point forward(final Point reference) {
        return new Point(reference.x(), reference.y(), forward(reference.z()));
    }

    @Override
    public Point inverse(final Point deformed) {
        return new Point(deformed.x(), deformed.y(), inverse(deformed.z()));
    }

    @Override
    public double[] gradient(final Point reference) {
        final double depth = Math.max(0, Math.min(length, reference.z()));
        return new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1 + strain * depth / length};
    }

    // monotonous along z, so that the corners of a box become the corners of its image

    @Override
    public Bounds forward(final Bounds reference) {
        return new Bounds(forward(reference.min()), forward(reference.max()));
    }

    @Override
    public Bounds inverse(final Bounds deformed) {
        return new Bounds(inverse(deformed.min()), inverse(deformed.max()));
    }

    @Override
    public boolean keepsRowsStraight() {
        return true;
    }
}
