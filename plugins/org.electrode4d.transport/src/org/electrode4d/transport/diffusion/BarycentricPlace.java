// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import org.electrode4d.transport.mesh.SimplexMesh;

/** Where a point is in a straight element: one coordinate per corner, of sum 1 and not negative inside. */
final class BarycentricPlace {

    private final SimplexMesh mesh;
    private final int dimension;
    private final double[] origin;
    private final double[] inverse;
    private final double[] coordinates;
    private int current = -1;

    BarycentricPlace(final SimplexMesh mesh) {
        this.mesh = mesh;
        dimension = mesh.dimension();
        origin = new double[dimension];
        inverse = new double[dimension * dimension];
        coordinates = new double[dimension + 1];
    }

    double[] coordinates() {
        return coordinates;
    }

    /** Computes the coordinates and returns the smallest of them. */
    double locate(final int cell, final double[] point) {
        if (cell != current) {
            prepare(cell);
        }
        double first = 1;
        double smallest = 1;
        for (int i = 0; i < dimension; i++) {
            double sum = 0;
            for (int axis = 0; axis < dimension; axis++) {
                sum += inverse[i * dimension + axis] * (point[axis] - origin[axis]);
            }
            coordinates[i + 1] = sum;
            first -= sum;
            smallest = Math.min(smallest, sum);
        }
        coordinates[0] = first;
        return Math.min(smallest, first);
    }

    /** Inverts the matrix of the edges from corner 0 by cofactors. */
    private void prepare(final int cell) {
        current = cell;
        final double[][] e = new double[dimension][dimension];
        for (int axis = 0; axis < dimension; axis++) {
            origin[axis] = mesh.coordinate(mesh.vertex(cell, 0), axis);
            for (int i = 0; i < dimension; i++) {
                e[axis][i] = mesh.coordinate(mesh.vertex(cell, i + 1), axis) - origin[axis];
            }
        }
        if (dimension == 2) {
            final double scale = 1 / (e[0][0] * e[1][1] - e[0][1] * e[1][0]);
            inverse[0] = scale * e[1][1];
            inverse[1] = -scale * e[0][1];
            inverse[2] = -scale * e[1][0];
            inverse[3] = scale * e[0][0];
            return;
        }
        double determinant = 0;
        for (int i = 0; i < 3; i++) {
            for (int axis = 0; axis < 3; axis++) {
                final int a = (axis + 1) % 3;
                final int b = (axis + 2) % 3;
                final int j = (i + 1) % 3;
                final int k = (i + 2) % 3;
                inverse[3 * i + axis] = e[a][j] * e[b][k] - e[a][k] * e[b][j];
            }
            determinant += i == 0 ? inverse[0] * e[0][0] + inverse[1] * e[1][0] + inverse[2] * e[2][0] : 0;
        }
        for (int i = 0; i < 9; i++) {
            inverse[i] /= determinant;
        }
    }
}
