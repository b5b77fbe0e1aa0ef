// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import org.electrode4d.transport.mesh.SimplexMesh;
import org.electrode4d.volume.Point;

/** Places in one element by the weights of its corners, which sum to one and are the shares of a linear function. */
final class Barycentric {

    private final int[] vertices;
    private final double[] corner = new double[3];
    /** Gradients of the weights of all corners but the first. */
    private final double[][] gradients;
    private final double[] weights;
    private final double measure;

    Barycentric(final SimplexMesh mesh, final int cell) {
        final int dimension = mesh.dimension();
        vertices = new int[dimension + 1];
        weights = new double[dimension + 1];
        final double[][] edges = new double[3][3];
        edges[2][2] = 1;
        for (int i = 0; i <= dimension; i++) {
            vertices[i] = mesh.vertex(cell, i);
            for (int axis = 0; axis < dimension; axis++) {
                final double at = mesh.coordinate(vertices[i], axis);
                if (i == 0) {
                    corner[axis] = at;
                } else {
                    edges[i - 1][axis] = at - corner[axis];
                }
            }
        }
        final double determinant = dot(edges[0], cross(edges[1], edges[2]));
        measure = determinant / (dimension == 3 ? 6 : 2);
        gradients = new double[][] {cross(edges[1], edges[2]), cross(edges[2], edges[0]), cross(edges[0], edges[1])};
        for (final double[] gradient : gradients) {
            for (int axis = 0; axis < 3; axis++) {
                gradient[axis] /= determinant;
            }
        }
    }

    /** Area or volume of an element. */
    static double measure(final SimplexMesh mesh, final int cell) {
        return new Barycentric(mesh, cell).measure;
    }

    private static double[] cross(final double[] a, final double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double dot(final double[] a, final double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    /** Whether a place is in the element or outside by at most some part of it; its z plays no role in the plane. */
    boolean isInside(final Point place, final double slack) {
        final double[] offset = {place.x() - corner[0], place.y() - corner[1], place.z() - corner[2]};
        weights[0] = 1;
        for (int i = 1; i < weights.length; i++) {
            weights[i] = weights.length == 3 ? gradients[i - 1][0] * offset[0] + gradients[i - 1][1] * offset[1]
                : dot(gradients[i - 1], offset);
            weights[0] -= weights[i];
        }
        for (final double weight : weights) {
            if (weight < -slack) {
                return false;
            }
        }
        return true;
    }

    /** The value of a linear function at the place last asked for, from its values at all vertices of the mesh. */
    double interpolate(final double[] values) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[vertices[i]];
        }
        return sum;
    }
}
