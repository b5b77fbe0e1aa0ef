// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Arrays;
import org.electrode4d.volume.Point;

/**
 * An affine map about a centre C: the material point X of the reference is found at
 * {@code x = C + u + F (X - C)} in the deformed volume. u is the displacement of the centre itself, in voxels; the
 * centre is not part of the value, because a map is usually carried by something that has a place (a node, a volume).
 */
public final class Transformation {

    public static final Transformation IDENTITY = new Transformation(Matrix3.identity(), Point.ORIGIN);

    private final double[] f;
    private final Point displacement;

    private Transformation(final double[] f, final Point displacement) {
        this.f = f;
        this.displacement = displacement;
    }

    /**
     * @param f deformation gradient, nine entries row-major: xx, xy, xz, yx, ...
     * @param displacement of the centre, in voxels
     * @throws IllegalArgumentException if there are not nine entries
     */
    public static Transformation of(final double[] f, final Point displacement) {
        if (f.length != 9) {
            throw new IllegalArgumentException(
                "A deformation gradient has nine entries in three dimensions, not " + f.length + ".");
        }
        return new Transformation(f.clone(), displacement);
    }

    public static Transformation translation(final double x, final double y, final double z) {
        return new Transformation(Matrix3.identity(), new Point(x, y, z));
    }

    /**
     * Stretch first, then rotation, then translation: {@code F = R U}.
     *
     * @param rotationDegrees rotation vector: along the axis, its length the angle in degrees
     * @param stretch symmetric right stretch U as xx, yy, zz, xy, xz, yz; 1, 1, 1, 0, 0, 0 for none
     * @param translation displacement of the centre, in voxels
     */
    public static Transformation of(final Point rotationDegrees, final double[] stretch, final Point translation) {
        final double[] u = {stretch[0], stretch[3], stretch[4], stretch[3], stretch[1], stretch[5],
            stretch[4], stretch[5], stretch[2]};
        final double[] r = Polar.rotation(rotationDegrees.x(), rotationDegrees.y(), rotationDegrees.z());
        return new Transformation(Matrix3.multiply(r, u), translation);
    }

    /** The deformation gradient as a new array, row-major. */
    public double[] f() {
        return f.clone();
    }

    /** Entry of F with row and column 0 = x, 1 = y, 2 = z. */
    public double f(final int row, final int column) {
        return f[3 * row + column];
    }

    /** Displacement of the centre in voxels. */
    public Point displacement() {
        return displacement;
    }

    /** Where the material point {@code point} is found. */
    public Point apply(final Point point, final Point centre) {
        return centre.plus(displacement).plus(times(f, point.minus(centre)));
    }

    /** Displacement of any point, {@code u + (F - I)(X - C)}. */
    public Point displacement(final Point point, final Point centre) {
        return apply(point, centre).minus(point);
    }

    /** The same map, described about another centre. */
    public Transformation recentred(final Point from, final Point to) {
        return new Transformation(f, displacement(to, from));
    }

    /** First {@code first}, then this, both about the same centre: {@code F2 F1, u2 + F2 u1}. */
    public Transformation after(final Transformation first) {
        return new Transformation(Matrix3.multiply(f, first.f), displacement.plus(times(f, first.displacement)));
    }

    /** The inverse map about the same centre: {@code F^-1, -F^-1 u}; entries are not finite where F is singular. */
    public Transformation inverse() {
        final double[] inverse = Matrix3.inverse(f);
        return new Transformation(inverse, times(inverse, displacement).times(-1));
    }

    /** Rotation and displacement without the stretch. */
    public Transformation rigid() {
        return new Transformation(Polar.of(f).rotation(), displacement);
    }

    /** The same map between volumes whose voxels are {@code factor} times smaller. */
    public Transformation scaled(final double factor) {
        return new Transformation(f, displacement.times(factor));
    }

    public double determinant() {
        return Matrix3.determinant(f);
    }

    public boolean isFinite() {
        return Arrays.stream(f).allMatch(Double::isFinite) && Double.isFinite(displacement.x())
            && Double.isFinite(displacement.y()) && Double.isFinite(displacement.z());
    }

    static Point times(final double[] f, final Point p) {
        return new Point(f[0] * p.x() + f[1] * p.y() + f[2] * p.z(), f[3] * p.x() + f[4] * p.y() + f[5] * p.z(),
            f[6] * p.x() + f[7] * p.y() + f[8] * p.z());
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Transformation t && Arrays.equals(f, t.f) && displacement.equals(t.displacement);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(f) + displacement.hashCode();
    }

    @Override
    public String toString() {
        return "F = " + Arrays.toString(f) + ", u = (" + displacement.x() + ", " + displacement.y() + ", "
            + displacement.z() + ") voxels";
    }
}
