// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Arrays;

/**
 * All that a deformation gradient says about strain at one point.
 */
public final class StrainState {

    private final double[] f;
    private final Polar polar;
    private final double[] rotation;

    private StrainState(final double[] f) {
        this.f = f;
        polar = Polar.of(f);
        rotation = polar.rotationVector();
    }

    /** @param f nine entries row-major; with NaN entries or a determinant of zero or less, everything is NaN */
    public static StrainState of(final double[] f) {
        final double[] valid = f.clone();
        if (!(Matrix3.determinant(f) > 0)) {
            Arrays.fill(valid, Double.NaN);
        }
        return new StrainState(valid);
    }

    public Polar polar() {
        return polar;
    }

    /** Rotation vector in degrees, x, y, z. */
    double[] rotation() {
        return rotation;
    }

    double determinant() {
        return Matrix3.determinant(f);
    }

    double deviatoric() {
        final double scale = Math.pow(determinant(), -1.0 / 3);
        final double[] isochoric = polar.stretch().clone();
        for (int i = 0; i < 9; i++) {
            isochoric[i] *= scale;
        }
        return Matrix3.frobeniusNorm(Matrix3.minusIdentity(isochoric));
    }

    double greenLagrange(final int i, final int j) {
        final double c = f[i] * f[j] + f[3 + i] * f[3 + j] + f[6 + i] * f[6 + j];
        return (c - (i == j ? 1 : 0)) / 2;
    }

    double small(final int i, final int j) {
        return (f[3 * i + j] + f[3 * j + i]) / 2 - (i == j ? 1 : 0);
    }

    double trace() {
        return small(0, 0) + small(1, 1) + small(2, 2);
    }

    double smallDeviatoric() {
        final double third = trace() / 3;
        double squares = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                final double e = small(i, j) - (i == j ? third : 0);
                squares += e * e;
            }
        }
        return Math.sqrt(squares);
    }
}
