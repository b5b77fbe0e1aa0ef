// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Point;

/**
 * An exact, invertible motion of the whole space: the material point X of the reference state sits at
 * {@code x = forward(X)} in the deformed state. All positions are in voxels, the centre of the first voxel being the
 * origin; axes in the order x, y, z.
 *
 * <p>Both directions and the gradient are closed formulas, so that a phantom rendered in both states has a true
 * displacement field to rounding (about 1e-10 voxels) and no image is ever interpolated. Implementations are immutable.
 */
public interface Deformation {

    /** Where a material point of the reference state is found in the deformed state. */
    Point forward(Point reference);

    /** Which material point is found at a place of the deformed state. */
    Point inverse(Point deformed);

    /**
     * The deformation gradient {@code F = d forward / dX} at a point of the reference state.
     *
     * @return nine numbers, row by row: xx, xy, xz, yx, ... (a new array)
     */
    double[] gradient(Point reference);

    /** A box that holds the deformed place of every point of a box of the reference state; as tight as is cheap. */
    Bounds forward(Bounds reference);

    /** A box that holds every material point found in a box of the deformed state; as tight as is cheap. */
    Bounds inverse(Bounds deformed);

    /**
     * Whether {@link #inverse(Point)} keeps every line along x straight and evenly divided. Phantoms of blobs are
     * rendered about twice as fast then; where this is wrongly true, they are rendered wrongly.
     */
    default boolean keepsRowsStraight() {
        return false;
    }

    /** {@code u(X) = forward(X) - X} in voxels, at a point of the reference state. */
    default Point displacement(final Point reference) {
        return forward(reference).minus(reference);
    }

    /** This deformation followed by another: {@code x = second(this(X))}, {@code F = F2(this(X)) F1(X)}. */
    default Deformation andThen(final Deformation second) {
        return new Composition(this, second);
    }

    /** From the deformed state back: {@code X = inverse(x)}, {@code F(x) = F(X)⁻¹}. */
    default Deformation inverted() {
        return new Inverse(this);
    }
}
