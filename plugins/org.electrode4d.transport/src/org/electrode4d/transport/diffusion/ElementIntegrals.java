// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import java.util.Arrays;

/**
 * Integrals over one element or facet: a simplex of any dimension up to that of the space. Straight ones are exact sums
 * of integrals over the reference element; curved ones (isoparametric: every coordinate is a quadratic polynomial) are
 * integrated numerically. Arrays of matrices have rows one after the other. Not for several threads at once.
 */
final class ElementIntegrals {

    /** Exact to degree 7 in space: the terms of curved mass matrices have degree 4 times that of the Jacobian, 3. */
    private static final int POINTS = 5;

    private final ReferenceElement element;
    private final int space;
    private final SimplexQuadrature quadrature;
    private final double[][] values;
    private final double[][][] slopes;
    private final double[][] cornerSlopes;
    private final double[] means;
    private final double[] mass;
    private final double[][] stiffness;
    private final double[] metric;
    private final double[] inverse;
    private final double[] tangents;

    /** @param space dimension of the space: at least that of the element */
    ElementIntegrals(final ReferenceElement element, final int space) {
        this.element = element;
        this.space = space;
        quadrature = SimplexQuadrature.of(element.dimension(), POINTS);
        values = Arrays.stream(quadrature.points()).map(element::values).toArray(double[][]::new);
        slopes = Arrays.stream(quadrature.points()).map(element::slopes).toArray(double[][][]::new);
        cornerSlopes = ReferenceElement.of(element.dimension(), 1).slopes(quadrature.points()[0]);
        final int axes = element.dimension();
        final int nodes = element.nodes();
        means = new double[nodes];
        mass = new double[nodes * nodes];
        stiffness = new double[axes * axes][nodes * nodes];
        metric = new double[axes * axes];
        inverse = new double[axes * axes];
        tangents = new double[axes];
        for (int q = 0; q < values.length; q++) {
            addReference(q);
        }
    }

    private void addReference(final int q) {
        final int nodes = element.nodes();
        final int axes = element.dimension();
        for (int i = 0; i < nodes; i++) {
            means[i] += quadrature.weights()[q] * values[q][i];
            for (int j = 0; j < nodes; j++) {
                mass[i * nodes + j] += quadrature.weights()[q] * values[q][i] * values[q][j];
                for (int pair = 0; pair < axes * axes; pair++) {
                    stiffness[pair][i * nodes + j] +=
                        quadrature.weights()[q] * slopes[q][i][pair / axes] * slopes[q][j][pair % axes];
                }
            }
        }
    }

    /**
     * Length, area or volume.
     *
     * @param points coordinates of the nodes, those of a node after each other
     */
    double measure(final double[] points, final boolean curved) {
        if (!curved) {
            return measureAt(points, cornerSlopes);
        }
        double sum = 0;
        for (int q = 0; q < values.length; q++) {
            sum += quadrature.weights()[q] * measureAt(points, slopes[q]);
        }
        return sum;
    }

    /** Writes the integral of each basis function. */
    void integrals(final double[] points, final boolean curved, final double[] result) {
        integrals(points, curved, null, result);
    }

    /** Writes the integral of each basis function times a field, by quadrature; null for a field of one. */
    void integrals(final double[] points, final boolean curved, final ScalarField field, final double[] result) {
        if (!curved && field == null) {
            scale(means, measureAt(points, cornerSlopes), result);
            return;
        }
        Arrays.fill(result, 0);
        for (int q = 0; q < values.length; q++) {
            final double local = measureAt(points, curved ? slopes[q] : cornerSlopes);
            final double weight = quadrature.weights()[q] * local * (field == null ? 1 : field.at(place(points, q)));
            for (int i = 0; i < values[q].length; i++) {
                result[i] += weight * values[q][i];
            }
        }
    }

    private double[] place(final double[] points, final int q) {
        final double[] place = new double[space];
        for (int i = 0; i < values[q].length; i++) {
            for (int axis = 0; axis < space; axis++) {
                place[axis] += values[q][i] * points[i * space + axis];
            }
        }
        return place;
    }

    /** Writes the integrals of products of two basis functions. */
    void mass(final double[] points, final boolean curved, final double[] result) {
        if (!curved) {
            scale(mass, measureAt(points, cornerSlopes), result);
            return;
        }
        Arrays.fill(result, 0);
        final int nodes = element.nodes();
        for (int q = 0; q < values.length; q++) {
            final double weight = quadrature.weights()[q] * measureAt(points, slopes[q]);
            for (int i = 0; i < nodes; i++) {
                for (int j = 0; j < nodes; j++) {
                    result[i * nodes + j] += weight * values[q][i] * values[q][j];
                }
            }
        }
    }

    /** Writes the integrals of products of the gradients of two basis functions. */
    void stiffness(final double[] points, final boolean curved, final double[] result) {
        Arrays.fill(result, 0);
        if (!curved) {
            final double measure = measureAt(points, cornerSlopes);
            invert();
            for (int pair = 0; pair < inverse.length; pair++) {
                final double weight = measure * inverse[pair];
                final double[] reference = stiffness[pair];
                for (int i = 0; i < result.length; i++) {
                    result[i] += weight * reference[i];
                }
            }
            return;
        }
        for (int q = 0; q < values.length; q++) {
            final double weight = quadrature.weights()[q] * measureAt(points, slopes[q]);
            invert();
            addStiffness(weight, slopes[q], result);
        }
    }

    private void addStiffness(final double weight, final double[][] slope, final double[] result) {
        final int axes = element.dimension();
        for (int i = 0; i < slope.length; i++) {
            for (int j = 0; j < slope.length; j++) {
                double sum = 0;
                for (int pair = 0; pair < inverse.length; pair++) {
                    sum += inverse[pair] * slope[i][pair / axes] * slope[j][pair % axes];
                }
                result[i * slope.length + j] += weight * sum;
            }
        }
    }

    private static void scale(final double[] reference, final double factor, final double[] result) {
        for (int i = 0; i < reference.length; i++) {
            result[i] = factor * reference[i];
        }
    }

    /** The measure of the simplex if it were everywhere as at one place; leaves the metric tensor there. */
    private double measureAt(final double[] points, final double[][] slope) {
        final int axes = element.dimension();
        Arrays.fill(metric, 0);
        for (int axis = 0; axis < space; axis++) {
            for (int a = 0; a < axes; a++) {
                tangents[a] = 0;
                for (int node = 0; node < slope.length; node++) {
                    tangents[a] += points[node * space + axis] * slope[node][a];
                }
            }
            for (int pair = 0; pair < metric.length; pair++) {
                metric[pair] += tangents[pair / axes] * tangents[pair % axes];
            }
        }
        final int factorial = axes == 3 ? 6 : axes;
        return Math.sqrt(determinant()) / factorial;
    }

    private double determinant() {
        final double[] m = metric;
        return switch (element.dimension()) {
            case 1 -> m[0];
            case 2 -> m[0] * m[3] - m[1] * m[2];
            default -> m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6])
                + m[2] * (m[3] * m[7] - m[4] * m[6]);
        };
    }

    /** Cramer's rule for the metric tensor, which is symmetric. */
    private void invert() {
        final double[] m = metric;
        final double scale = 1 / determinant();
        switch (element.dimension()) {
            case 1 -> inverse[0] = scale;
            case 2 -> {
                inverse[0] = scale * m[3];
                inverse[1] = -scale * m[1];
                inverse[2] = inverse[1];
                inverse[3] = scale * m[0];
            }
            default -> {
                for (int i = 0; i < 3; i++) {
                    for (int j = 0; j < 3; j++) {
                        final int a = (i + 1) % 3;
                        final int b = (i + 2) % 3;
                        final int c = (j + 1) % 3;
                        final int d = (j + 2) % 3;
                        inverse[3 * j + i] = scale * (m[3 * a + c] * m[3 * b + d] - m[3 * a + d] * m[3 * b + c]);
                    }
                }
            }
        }
    }
}
