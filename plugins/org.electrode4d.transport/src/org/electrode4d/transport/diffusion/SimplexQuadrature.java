// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Points and weights to integrate over a simplex: Gauss points of a cube, collapsed (Stroud 1971). With {@code n}
 * points along each axis it is exact for polynomials of degree {@code 2 n - dimension}.
 *
 * @param points barycentric coordinates of each point
 * @param weights of the points; their sum is 1, so that sums are means over the simplex
 */
record SimplexQuadrature(double[][] points, double[] weights) {

    static SimplexQuadrature of(final int dimension, final int n) {
        final GaussIntegrator gauss = new GaussIntegratorFactory().legendre(n, 0, 1);
        final int count = (int)Math.pow(n, dimension);
        final double[][] points = new double[count][dimension + 1];
        final double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            double rest = 1;
            double weight = 1;
            int digits = i;
            for (int axis = 0; axis < dimension; axis++) {
                final double u = gauss.getPoint(digits % n);
                weight *= gauss.getWeight(digits % n) * (dimension - axis)
                    * Math.pow(1 - u, dimension - axis - 1);
                points[i][axis + 1] = rest * u;
                rest *= 1 - u;
                digits /= n;
            }
            points[i][0] = rest;
            weights[i] = weight;
        }
        return new SimplexQuadrature(points, weights);
    }
}
