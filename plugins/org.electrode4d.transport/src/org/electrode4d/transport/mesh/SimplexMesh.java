// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

/**
 * Triangles in the plane or tetrahedra in space that share whole edges and faces (a conforming mesh), each of one phase.
 * Arrays are the mesh's own: they are not copied and must not be changed.
 *
 * @param dimension 2 or 3
 * @param points coordinates of the vertices in µm, {@code dimension} after each other per vertex: x, y(, z)
 * @param cells the numbers of the {@code dimension + 1} vertices of each element, positively oriented: the determinant of
 *     the edges from its first vertex is positive
 * @param phases the phase of each element
 */
public record SimplexMesh(int dimension, double[] points, int[] cells, int[] phases) {

    public int vertexCount() {
        return points.length / dimension;
    }

    public int cellCount() {
        return phases.length;
    }

    /** The number of a vertex of an element; {@code corner} from 0 to {@code dimension}. */
    public int vertex(final int cell, final int corner) {
        return cells[cell * (dimension + 1) + corner];
    }

    /** A coordinate of a vertex, µm; {@code axis} 0 for x, 1 for y, 2 for z. */
    public double coordinate(final int vertex, final int axis) {
        return points[vertex * dimension + axis];
    }
}
