// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import java.util.Optional;

/**
 * The Gauss-Newton step of the inverse-compositional method for the zero-mean normalised criterion
 * {@code sum ((f - mean f) / |f| - (g - mean g) / |g|)^2} (Pan et al., Opt. Laser Technol. 58, 2014).
 *
 * <p>The right-hand side is that of the literature. The matrix is the criterion's own: from the plain sum of products
 * of steepest-descent images, the parts that a grey offset and a gain could explain are taken off, which makes the
 * iteration converge faster in dilation; and it is stiffened by what the gradient's weights flatten. Solved by Cholesky factorisation after scaling to a unit diagonal.
 */
public final class NormalEquations {

    private static final double SMALLEST_PIVOT = 1e-9;
    private static final double SMALLEST_CONTRAST = 1e-10;

    private final double[][] basis;
    private final double[] scale;
    private final double[][] factor;

    private NormalEquations(final double[][] basis, final double[] scale, final double[][] factor) {
        this.basis = basis;
        this.scale = scale;
        this.factor = factor;
    }

    /**
     * @param basis degrees of freedom, each as twelve affine parameters
     * @param shift the constant that was taken off f
     * @return empty if the window's texture does not determine all degrees of freedom
     */
    public static Optional<NormalEquations> of(final ReferenceSums sums, final double[][] basis,
        final double shift) {
        final double contrast = sums.ff() - sums.f() * sums.f() / sums.count();
        final double magnitude = sums.ff() + shift * shift * sums.count();
        if (!(contrast > SMALLEST_CONTRAST * magnitude)) {
            return Optional.empty();
        }
        final double[][] reduced = reduce(matrix(sums, contrast), basis);
        final double[] scale = new double[basis.length];
        for (int i = 0; i < scale.length; i++) {
            if (!(reduced[i][i] > 0)) {
                return Optional.empty();
            }
            scale[i] = 1 / Math.sqrt(reduced[i][i]);
        }
        for (int i = 0; i < scale.length; i++) {
            for (int j = 0; j < scale.length; j++) {
                reduced[i][j] *= scale[i] * scale[j];
            }
        }
        return factorise(reduced) ? Optional.of(new NormalEquations(basis, scale, reduced)) : Optional.empty();
    }

    private static double[][] matrix(final ReferenceSums sums, final double contrast) {
        final double mean = sums.f() / sums.count();
        final double[][] h = new double[12][12];
        for (int m = 0; m < 12; m++) {
            final double gainM = sums.weighted()[m] - mean * sums.gradient()[m];
            for (int p = 0; p < 12; p++) {
                final double gainP = sums.weighted()[p] - mean * sums.gradient()[p];
                h[m][p] = Math.sqrt(sums.stiffness(m / 4) * sums.stiffness(p / 4)) * (sums.matrix(m, p)
                    - sums.gradient()[m] * sums.gradient()[p] / sums.count() - gainM * gainP / contrast);
            }
        }
        return h;
    }

    private static double[][] reduce(final double[][] h, final double[][] basis) {
        final int n = basis.length;
        final double[][] reduced = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                for (int m = 0; m < 12; m++) {
                    for (int p = 0; p < 12; p++) {
                        reduced[a][b] += basis[a][m] * h[m][p] * basis[b][p];
                    }
                }
            }
        }
        return reduced;
    }

    /** Cholesky in place, lower triangle; false where a pivot shows the matrix to be singular. */
    private static boolean factorise(final double[][] a) {
        for (int j = 0; j < a.length; j++) {
            for (int i = j; i < a.length; i++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                if (i == j && !(sum > SMALLEST_PIVOT)) {
                    return false;
                }
                a[i][j] = i == j ? Math.sqrt(sum) : sum / a[j][j];
            }
        }
        return true;
    }

    /**
     * The increment of the twelve affine parameters by which the reference should move; the trial map is to be
     * composed with its inverse.
     */
    public double[] increment(final TargetSums sums) {
        final double meanF = sums.f() / sums.count();
        final double meanG = sums.g() / sums.count();
        final double gain = Math.sqrt(sums.contrastF() / sums.contrastG());
        final double[] right = new double[12];
        for (int m = 0; m < 12; m++) {
            right[m] = gain * (sums.crossed()[m] - meanG * sums.gradient()[m])
                - (sums.weighted()[m] - meanF * sums.gradient()[m]);
        }
        return expand(solve(project(right)));
    }

    /**
     * Standard deviation of the translation along x, y, z that white noise of the grey values explains: what is left of
     * the difference of the windows is taken for noise of both.
     *
     * @param sums at the last map
     */
    public double[] uncertainty(final TargetSums sums) {
        final double rest = sums.contrastF() * (1 - sums.zncc() * sums.zncc());
        final double variance = Math.max(0, rest) / Math.max(1, sums.count() - basis.length - 2);
        final double[] deviation = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            final double[] unit = new double[12];
            unit[4 * axis + 3] = 1;
            deviation[axis] = Math.sqrt(variance * expand(solve(project(unit)))[4 * axis + 3]);
        }
        return deviation;
    }

    private double[] project(final double[] right) {
        final double[] b = new double[basis.length];
        for (int a = 0; a < b.length; a++) {
            for (int m = 0; m < 12; m++) {
                b[a] += basis[a][m] * right[m];
            }
            b[a] *= scale[a];
        }
        return b;
    }

    private double[] solve(final double[] b) {
        for (int i = 0; i < b.length; i++) {
            for (int k = 0; k < i; k++) {
                b[i] -= factor[i][k] * b[k];
            }
            b[i] /= factor[i][i];
        }
        for (int i = b.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < b.length; k++) {
                b[i] -= factor[k][i] * b[k];
            }
            b[i] /= factor[i][i];
        }
        return b;
    }

    private double[] expand(final double[] b) {
        final double[] parameters = new double[12];
        for (int a = 0; a < b.length; a++) {
            for (int m = 0; m < 12; m++) {
                parameters[m] += basis[a][m] * scale[a] * b[a];
            }
        }
        return parameters;
    }
}
