// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

import org.electrode4d.transport.mesh.MeshPart;
import org.electrode4d.transport.mesh.SimplexMesh;

/** Meshes of bodies with analytic answers: boxes, the unit disc and the unit ball. */
final class SimpleMeshes {

    private SimpleMeshes() {
    }

    /** A box from the origin, every cell of a grid divided into 2 triangles or 6 tetrahedra (Kuhn); one phase, 1. */
    static SimplexMesh box(final int[] counts, final double... lengths) {
        final int dimension = counts.length;
        final int vertices = Arrays.stream(counts).map(n -> n + 1).reduce(1, (a, b) -> a * b);
        final double[] points = new double[vertices * dimension];
        final List<int[]> cells = new ArrayList<>();
        for (int vertex = 0; vertex < vertices; vertex++) {
            int rest = vertex;
            boolean inside = true;
            for (int axis = 0; axis < dimension; axis++) {
                final int index = rest % (counts[axis] + 1);
                rest /= counts[axis] + 1;
                points[vertex * dimension + axis] = index * lengths[axis] / counts[axis];
                inside &= index < counts[axis];
            }
            if (inside) {
                for (final int[] order : permutations(dimension)) {
                    cells.add(path(vertex, order, counts));
                }
            }
        }
        return mesh(dimension, points, cells);
    }

    private static List<int[]> permutations(final int dimension) {
        return dimension == 2 ? List.of(new int[]{0, 1}, new int[]{1, 0}) : List.of(new int[]{0, 1, 2},
            new int[]{0, 2, 1}, new int[]{1, 0, 2}, new int[]{1, 2, 0}, new int[]{2, 0, 1}, new int[]{2, 1, 0});
    }

    private static int[] path(final int start, final int[] order, final int[] counts) {
        final int[] strides = {1, counts[0] + 1, (counts[0] + 1) * (counts[1] + 1)};
        final int[] path = new int[order.length + 1];
        path[0] = start;
        for (int i = 0; i < order.length; i++) {
            path[i + 1] = path[i] + strides[order[i]];
        }
        return path;
    }

    /** The unit disc of straight triangles: a hexagon whose triangles are divided into four again and again. */
    static SimplexMesh disc(final int refinements) {
        final double[] points = new double[14];
        final List<int[]> cells = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            points[2 * i + 2] = Math.cos(i * Math.PI / 3);
            points[2 * i + 3] = Math.sin(i * Math.PI / 3);
            cells.add(new int[]{0, 1 + i, 1 + (i + 1) % 6});
        }
        return refined(mesh(2, points, cells), refinements);
    }

    /** The unit ball of straight tetrahedra: an octahedron whose tetrahedra are divided into eight again and again. */
    static SimplexMesh ball(final int refinements) {
        final double[] points = {0, 0, 0, 1, 0, 0, -1, 0, 0, 0, 1, 0, 0, -1, 0, 0, 0, 1, 0, 0, -1};
        final List<int[]> cells = new ArrayList<>();
        for (int octant = 0; octant < 8; octant++) {
            cells.add(new int[]{0, 1 + (octant & 1), 3 + (octant >> 1 & 1), 5 + (octant >> 2 & 1)});
        }
        return refined(mesh(3, points, cells), refinements);
    }

    private static SimplexMesh refined(final SimplexMesh mesh, final int times) {
        SimplexMesh result = mesh;
        for (int i = 0; i < times; i++) {
            result = new Refinement(result).mesh();
        }
        return result;
    }

    /** Puts a place onto the unit circle or sphere. */
    static double[] ontoUnit(final double[] point) {
        final double norm = Math.sqrt(Arrays.stream(point).map(x -> x * x).sum());
        return Arrays.stream(point).map(x -> x / norm).toArray();
    }

    /** Turns elements so that their determinants are positive. */
    static SimplexMesh mesh(final int dimension, final double[] points, final List<int[]> cells) {
        final int[] flat = new int[cells.size() * (dimension + 1)];
        for (int i = 0; i < cells.size(); i++) {
            final int[] cell = cells.get(i).clone();
            if (determinant(dimension, points, cell) < 0) {
                final int last = cell[dimension];
                cell[dimension] = cell[dimension - 1];
                cell[dimension - 1] = last;
            }
            System.arraycopy(cell, 0, flat, i * (dimension + 1), dimension + 1);
        }
        final int[] phases = new int[cells.size()];
        Arrays.fill(phases, 1);
        return new SimplexMesh(dimension, points, flat, phases);
    }

    private static double determinant(final int dimension, final double[] points, final int[] cell) {
        final double[][] e = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            for (int axis = 0; axis < dimension; axis++) {
                e[i][axis] = points[cell[i + 1] * dimension + axis] - points[cell[0] * dimension + axis];
            }
        }
        return dimension == 2 ? e[0][0] * e[1][1] - e[0][1] * e[1][0]
            : e[0][0] * (e[1][1] * e[2][2] - e[1][2] * e[2][1]) - e[0][1] * (e[1][0] * e[2][2] - e[1][2] * e[2][0])
                + e[0][2] * (e[1][0] * e[2][1] - e[1][1] * e[2][0]);
    }

    /** A mesh with phases by the centre of each element. */
    static SimplexMesh withPhases(final SimplexMesh mesh, final ToIntFunction<double[]> phase) {
        final int[] phases = new int[mesh.cellCount()];
        for (int cell = 0; cell < phases.length; cell++) {
            final double[] centre = new double[mesh.dimension()];
            for (int corner = 0; corner <= mesh.dimension(); corner++) {
                for (int axis = 0; axis < centre.length; axis++) {
                    centre[axis] += mesh.coordinate(mesh.vertex(cell, corner), axis) / (mesh.dimension() + 1);
                }
            }
            phases[cell] = phase.applyAsInt(centre);
        }
        return new SimplexMesh(mesh.dimension(), mesh.points(), mesh.cells(), phases);
    }

    /** The whole mesh with its boundary; what lies beyond a facet follows from the middle of the facet. */
    static MeshPart part(final SimplexMesh mesh, final ToIntFunction<double[]> beyond) {
        final Map<List<Integer>, int[]> facets = new HashMap<>();
        for (int cell = 0; cell < mesh.cellCount(); cell++) {
            for (int opposite = 0; opposite <= mesh.dimension(); opposite++) {
                final int[] place = {cell, opposite};
                facets.merge(key(mesh, cell, opposite), place, (a, b) -> null);
            }
        }
        final List<int[]> outer = new ArrayList<>(facets.values());
        outer.sort((a, b) -> a[0] == b[0] ? a[1] - b[1] : a[0] - b[0]);
        return new MeshPart(mesh, new MeshPart.Boundary(outer.stream().mapToInt(facet -> facet[0]).toArray(),
            outer.stream().mapToInt(facet -> facet[1]).toArray(),
            outer.stream().mapToInt(facet -> beyond.applyAsInt(middle(mesh, facet))).toArray()));
    }

    static List<Integer> key(final SimplexMesh mesh, final int cell, final int opposite) {
        final List<Integer> key = new ArrayList<>();
        for (int corner = 0; corner <= mesh.dimension(); corner++) {
            if (corner != opposite) {
                key.add(mesh.vertex(cell, corner));
            }
        }
        key.sort(null);
        return key;
    }

    private static double[] middle(final SimplexMesh mesh, final int[] facet) {
        final double[] middle = new double[mesh.dimension()];
        for (final int vertex : key(mesh, facet[0], facet[1])) {
            for (int axis = 0; axis < middle.length; axis++) {
                middle[axis] += mesh.coordinate(vertex, axis) / mesh.dimension();
            }
        }
        return middle;
    }
}
