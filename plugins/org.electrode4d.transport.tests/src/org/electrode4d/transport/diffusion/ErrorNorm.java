// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

/** How far a discrete function is from an exact one: roots of integrals of squares, by quadrature. */
final class ErrorNorm {

    private final LagrangeSpace space;
    private final double[] u;
    private final ScalarField exact;
    private final SimplexQuadrature quadrature;
    private double values;
    private double gradients;

    ErrorNorm(final LagrangeSpace space, final double[] u, final ScalarField exact) {
        this.space = space;
        this.u = u;
        this.exact = exact;
        quadrature = SimplexQuadrature.of(space.mesh().dimension(), 4);
        for (int cell = 0; cell < space.mesh().cellCount(); cell++) {
            add(cell);
        }
    }

    double values() {
        return Math.sqrt(values);
    }

    double gradients() {
        return Math.sqrt(gradients);
    }

    private void add(final int cell) {
        final int d = space.mesh().dimension();
        final int factorial = d == 2 ? 2 : 6;
        for (int q = 0; q < quadrature.weights().length; q++) {
            final double[] shape = space.element().values(quadrature.points()[q]);
            final double[][] slopes = space.element().slopes(quadrature.points()[q]);
            final double[] point = new double[d];
            final double[][] jacobian = new double[d][d + 1];
            double value = 0;
            for (int i = 0; i < shape.length; i++) {
                final double[] node = space.point(space.node(cell, i));
                value += shape[i] * u[space.node(cell, i)];
                for (int a = 0; a < d; a++) {
                    point[a] += shape[i] * node[a];
                    for (int b = 0; b < d; b++) {
                        jacobian[b][a] += slopes[i][b] * node[a];
                    }
                    jacobian[a][d] += slopes[i][a] * u[space.node(cell, i)];
                }
            }
            final double determinant = eliminate(jacobian);
            final double weight = quadrature.weights()[q] * Math.abs(determinant) / factorial;
            final double difference = value - exact.at(point);
            values += weight * difference * difference;
            for (int a = 0; a < d; a++) {
                final double slope = jacobian[a][d] - slope(point, a);
                gradients += weight * slope * slope;
            }
        }
    }

    private double slope(final double[] point, final int axis) {
        final double step = 1e-5;
        final double[] right = point.clone();
        final double[] left = point.clone();
        right[axis] += step;
        left[axis] -= step;
        return (exact.at(right) - exact.at(left)) / (2 * step);
    }

    /** Solves for the gradient, which is in the last column afterwards, and returns the determinant. */
    private static double eliminate(final double[][] rows) {
        double determinant = 1;
        for (int i = 0; i < rows.length; i++) {
            int pivot = i;
            for (int k = i + 1; k < rows.length; k++) {
                pivot = Math.abs(rows[k][i]) > Math.abs(rows[pivot][i]) ? k : pivot;
            }
            final double[] swapped = rows[i];
            rows[i] = rows[pivot];
            rows[pivot] = swapped;
            determinant *= pivot == i ? rows[i][i] : -rows[i][i];
            for (int k = 0; k < rows.length; k++) {
                final double factor = rows[k][i] / rows[i][i];
                for (int j = i; j <= rows.length && k != i; j++) {
                    rows[k][j] -= factor * rows[i][j];
                }
            }
        }
        for (int i = 0; i < rows.length; i++) {
            rows[i][rows.length] /= rows[i][i];
        }
        return determinant;
    }
}
