// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;

/**
 * The deformations a phantom can undergo, all in voxels. {@link Deformation#andThen} combines them.
 */
public final class Deformations {

    private Deformations() {
    }

    /** The middle of a volume, {@code (n - 1) / 2} along every axis: the fixed point of rotations as a rule. */
    public static Point centre(final Shape shape) {
        return shape.centre();
    }

    public static Deformation identity() {
        return affine(Matrix3.IDENTITY.toArray(), Point.ORIGIN, Point.ORIGIN);
    }

    /** {@code x = X + u} with the same displacement everywhere, in voxels. */
    public static Deformation translation(final Point displacement) {
        return affine(Matrix3.IDENTITY.toArray(), displacement, Point.ORIGIN);
    }

    /**
     * {@code x = c + R (X - c) + t}.
     *
     * @param rotation direction of the axis, its length the angle in degrees, right-handed
     * @param translation voxels
     * @param centre the point that the rotation leaves in place, voxels
     */
    public static Deformation rigid(final Point rotation, final Point translation, final Point centre) {
        return new Affine(Matrix3.rotation(rotation.times(Math.PI / 180)), translation, centre);
    }

    /**
     * {@code x = c + F (X - c) + t}.
     *
     * @param f deformation gradient, nine numbers, row by row: xx, xy, xz, yx, ...
     * @param translation voxels
     * @param centre the point that F leaves in place, voxels
     * @throws IllegalArgumentException unless det F is greater than zero
     */
    public static Deformation affine(final double[] f, final Point translation, final Point centre) {
        return new Affine(Matrix3.of(f), translation, centre);
    }

    /**
     * Axial strain that grows linearly with depth: {@code u_z = strain / (2 length) Z²}, so that {@code du_z/dZ} is 0
     * at Z = 0 and {@code strain} at {@code Z = length}; the rest is in place. Outside this range the strain stays.
     *
     * @param strain greater than -1; 0.3 is an electrode whose far side swells by 30 %
     * @param length voxels, the number of slices as a rule
     */
    public static Deformation axialGradient(final double strain, final double length) {
        return new AxialGradient(strain, length);
    }

    /**
     * Axial strain that is a polyline over the depth: {@code F_zz(Z) = 1 + e(Z)}, e linear between corners and constant
     * beyond the first and the last.
     *
     * @param depths Z of the corners, voxels, ascending, at least two
     * @param strains e at the corners, each greater than -1
     * @param fixed Z of the plane that stays in place, voxels
     */
    public static Deformation axialProfile(final double[] depths, final double[] strains, final double fixed) {
        return new AxialStrainProfile(depths, strains, fixed);
    }

    /**
     * A shear band: {@code u = slip tanh((X - c) . n / w)}.
     *
     * @param slip half of what separates the two sides, voxels; perpendicular to the normal
     * @param normal of the band, of length 1. Rendering is slow where it has a component along x
     * @param centre a point in the middle of the band, voxels
     * @param halfWidth w, voxels, greater than zero
     */
    public static Deformation jump(final Point slip, final Point normal, final Point centre, final double halfWidth) {
        return new Jump(slip, normal, centre, halfWidth);
    }
}
