// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

/**
 * Polar decomposition F = R U of a deformation gradient: a stretch along perpendicular material directions, then a
 * rotation.
 *
 * @param rotation R, nine entries row-major
 * @param stretch U, symmetric and positive definite, nine entries row-major
 * @param principal the three principal stretches (eigenvalues of U), ascending
 */
public record Polar(double[] rotation, double[] stretch, double[] principal) {

    /** @param f a deformation gradient with a positive determinant; entries of the result are NaN otherwise */
    public static Polar of(final double[] f) {
        final boolean positive = Matrix3.determinant(f) > 0;
        final Matrix3.Eigen eigen = Matrix3.eigen(Matrix3.multiply(Matrix3.transpose(f), f));
        final double[] principal = new double[3];
        final double[] inverse = new double[3];
        for (int i = 0; i < 3; i++) {
            principal[i] = positive ? Math.sqrt(eigen.values()[i]) : Double.NaN;
            inverse[i] = 1 / principal[i];
        }
        return new Polar(Matrix3.multiply(f, eigen.assemble(inverse)), eigen.assemble(principal), principal);
    }

    /** The rotation as a vector along its axis, with the angle in degrees as its length. */
    public double[] rotationVector() {
        final double[] r = rotation;
        final double[] v = {r[7] - r[5], r[2] - r[6], r[3] - r[1]};
        final double sine = 0.5 * Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        final double cosine = 0.5 * (r[0] + r[4] + r[8] - 1);
        final double angle = Math.atan2(sine, cosine);
        if (sine < 1e-9 && cosine < 0) {
            return halfTurn(angle);
        }
        final double scale = sine < 1e-12 ? 0.5 : angle / (2 * sine);
        return new double[] {Math.toDegrees(scale * v[0]), Math.toDegrees(scale * v[1]), Math.toDegrees(scale * v[2])};
    }

    /** At 180 degrees the antisymmetric part vanishes; R + I = 2 a a^T gives the axis a. */
    private double[] halfTurn(final double angle) {
        int k = 0;
        for (int i = 1; i < 3; i++) {
            k = rotation[4 * i] > rotation[4 * k] ? i : k;
        }
        final double[] column = {rotation[k], rotation[3 + k], rotation[6 + k]};
        column[k] += 1;
        final double norm = Math.sqrt(column[0] * column[0] + column[1] * column[1] + column[2] * column[2]);
        final double scale = Math.toDegrees(angle) / norm;
        return new double[] {scale * column[0], scale * column[1], scale * column[2]};
    }

    /** The rotation about an axis vector whose length is the angle in degrees (Rodrigues' formula). */
    static double[] rotation(final double x, final double y, final double z) {
        final double degrees = Math.sqrt(x * x + y * y + z * z);
        if (degrees == 0) {
            return Matrix3.identity();
        }
        final double angle = Math.toRadians(degrees);
        final double ax = x / degrees;
        final double ay = y / degrees;
        final double az = z / degrees;
        final double s = Math.sin(angle);
        final double c = Math.cos(angle);
        final double k = 1 - c;
        return new double[] {
            c + k * ax * ax, k * ax * ay - s * az, k * ax * az + s * ay,
            k * ay * ax + s * az, c + k * ay * ay, k * ay * az - s * ax,
            k * az * ax - s * ay, k * az * ay + s * ax, c + k * az * az};
    }
}
