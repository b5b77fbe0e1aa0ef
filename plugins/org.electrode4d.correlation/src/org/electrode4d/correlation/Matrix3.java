// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Arrays;

/**
 * Arithmetic of 3 x 3 matrices in row-major arrays of nine: xx, xy, xz, yx, yy, yz, zx, zy, zz.
 */
public final class Matrix3 {

    private static final double[] IDENTITY = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    private static final int JACOBI_SWEEPS = 30;

    private Matrix3() {
    }

    public static double[] identity() {
        return IDENTITY.clone();
    }

    public static double[] diagonal(final double x, final double y, final double z) {
        return new double[] {x, 0, 0, 0, y, 0, 0, 0, z};
    }

    public static double[] multiply(final double[] a, final double[] b) {
        final double[] c = new double[9];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                c[3 * i + j] = a[3 * i] * b[j] + a[3 * i + 1] * b[3 + j] + a[3 * i + 2] * b[6 + j];
            }
        }
        return c;
    }

    public static double[] transpose(final double[] a) {
        return new double[] {a[0], a[3], a[6], a[1], a[4], a[7], a[2], a[5], a[8]};
    }

    public static double[] minusIdentity(final double[] a) {
        final double[] c = a.clone();
        c[0] -= 1;
        c[4] -= 1;
        c[8] -= 1;
        return c;
    }

    public static double determinant(final double[] a) {
        return a[0] * (a[4] * a[8] - a[5] * a[7]) - a[1] * (a[3] * a[8] - a[5] * a[6])
            + a[2] * (a[3] * a[7] - a[4] * a[6]);
    }

    /** The inverse; infinite or NaN entries where the matrix is singular. */
    public static double[] inverse(final double[] a) {
        final double d = 1 / determinant(a);
        return new double[] {
            d * (a[4] * a[8] - a[5] * a[7]), d * (a[2] * a[7] - a[1] * a[8]), d * (a[1] * a[5] - a[2] * a[4]),
            d * (a[5] * a[6] - a[3] * a[8]), d * (a[0] * a[8] - a[2] * a[6]), d * (a[2] * a[3] - a[0] * a[5]),
            d * (a[3] * a[7] - a[4] * a[6]), d * (a[1] * a[6] - a[0] * a[7]), d * (a[0] * a[4] - a[1] * a[3])};
    }

    /** The root of the sum of the squared entries. */
    public static double frobeniusNorm(final double[] a) {
        return Math.sqrt(Arrays.stream(a).map(v -> v * v).sum());
    }

    /** Eigenvalues of a symmetric matrix, ascending, and their unit eigenvectors as the rows of {@code vectors}. */
    record Eigen(double[] values, double[] vectors) {
        /** The symmetric matrix with the same vectors and other values. */
        double[] assemble(final double[] other) {
            return multiply(transpose(vectors), multiply(diagonal(other[0], other[1], other[2]), vectors));
        }
    }

    /** Cyclic Jacobi rotations: exact to rounding also for equal eigenvalues. */
    static Eigen eigen(final double[] symmetric) {
        double[] a = symmetric.clone();
        double[] v = identity();
        for (int sweep = 0; sweep < JACOBI_SWEEPS && offDiagonal(a) > 0; sweep++) {
            for (int p = 0; p < 2; p++) {
                for (int q = p + 1; q < 3; q++) {
                    final double[] rotation = jacobi(a, p, q);
                    a = multiply(rotation, multiply(a, transpose(rotation)));
                    v = multiply(rotation, v);
                }
            }
        }
        return sorted(a, v);
    }

    private static double offDiagonal(final double[] a) {
        return a[1] * a[1] + a[2] * a[2] + a[5] * a[5];
    }

    private static double[] jacobi(final double[] a, final int p, final int q) {
        final double[] rotation = identity();
        final double apq = a[3 * p + q];
        if (apq != 0) {
            final double theta = 0.5 * Math.atan2(2 * apq, a[4 * p] - a[4 * q]);
            rotation[4 * p] = Math.cos(theta);
            rotation[4 * q] = Math.cos(theta);
            rotation[3 * p + q] = Math.sin(theta);
            rotation[3 * q + p] = -Math.sin(theta);
        }
        return rotation;
    }

    private static Eigen sorted(final double[] a, final double[] v) {
        final Integer[] order = {0, 1, 2};
        Arrays.sort(order, (i, j) -> Double.compare(a[4 * i], a[4 * j]));
        final double[] values = new double[3];
        final double[] vectors = new double[9];
        for (int i = 0; i < 3; i++) {
            values[i] = a[4 * order[i]];
            System.arraycopy(v, 3 * order[i], vectors, 3 * i, 3);
        }
        return new Eigen(values, vectors);
    }
}
