// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

/**
 * A quadratic polynomial in x, y, z (ten terms) for three quantities at once, by weighted least squares. Terms that the
 * points do not determine, for instance z^2 where they lie in two layers, are left out; what the points do determine is
 * not changed by that. About 100 multiplications per point.
 */
final class WeightedQuadratic {

    private static final int TERMS = 10;
    private static final int VALUES = 3;
    /** A pivot below this part of its diagonal entry is rounding. */
    private static final double DEPENDENT = 1e-9;

    private final double[][] normal = new double[TERMS][TERMS + VALUES];
    private final double[] terms = new double[TERMS];
    private final double[][] coefficients = new double[TERMS][VALUES];

    /** @param value three quantities at the point */
    void add(final double[] point, final double weight, final double[] value) {
        fillTerms(point);
        for (int i = 0; i < TERMS; i++) {
            final double weighted = weight * terms[i];
            for (int j = i; j < TERMS; j++) {
                normal[i][j] += weighted * terms[j];
            }
            for (int k = 0; k < VALUES; k++) {
                normal[i][TERMS + k] += weighted * value[k];
            }
        }
    }

    private void fillTerms(final double[] p) {
        terms[0] = 1;
        terms[1] = p[0];
        terms[2] = p[1];
        terms[3] = p[2];
        terms[4] = p[0] * p[0];
        terms[5] = p[1] * p[1];
        terms[6] = p[2] * p[2];
        terms[7] = p[0] * p[1];
        terms[8] = p[0] * p[2];
        terms[9] = p[1] * p[2];
    }

    /** To be called once, after all points. */
    void solve() {
        final double[] diagonal = new double[TERMS];
        for (int i = 0; i < TERMS; i++) {
            diagonal[i] = normal[i][i];
        }
        for (int i = 0; i < TERMS; i++) {
            if (normal[i][i] > DEPENDENT * diagonal[i]) {
                eliminate(i);
            } else {
                normal[i][i] = 0;
            }
        }
        for (int i = TERMS - 1; i >= 0; i--) {
            for (int k = 0; k < VALUES && normal[i][i] > 0; k++) {
                double rest = normal[i][TERMS + k];
                for (int j = i + 1; j < TERMS; j++) {
                    rest -= normal[i][j] * coefficients[j][k];
                }
                coefficients[i][k] = rest / normal[i][i];
            }
        }
    }

    private void eliminate(final int pivot) {
        for (int i = pivot + 1; i < TERMS; i++) {
            final double factor = normal[pivot][i] / normal[pivot][pivot];
            for (int j = i; j < TERMS + VALUES; j++) {
                normal[i][j] -= factor * normal[pivot][j];
            }
        }
    }

    /** The three quantities at a point. */
    double[] at(final double[] point) {
        fillTerms(point);
        final double[] value = new double[VALUES];
        for (int k = 0; k < VALUES; k++) {
            for (int i = 0; i < TERMS; i++) {
                value[k] += coefficients[i][k] * terms[i];
            }
        }
        return value;
    }
}
