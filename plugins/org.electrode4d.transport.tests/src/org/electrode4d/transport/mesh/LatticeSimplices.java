// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Simplices of integer points. A cube of the lattice becomes one simplex for each order in which its axes can be walked
 * from its first corner to its last one (Kuhn 1960), so that neighbouring cubes share faces.
 */
final class LatticeSimplices {

    private final int dimension;
    private final Map<List<Integer>, Integer> numbers = new HashMap<>();
    private final List<double[]> points = new ArrayList<>();
    private final List<int[]> cells = new ArrayList<>();
    private final List<Integer> phases = new ArrayList<>();

    LatticeSimplices(final int dimension) {
        this.dimension = dimension;
    }

    /** The simplices of a cube: of each its corners. */
    static List<int[][]> cube(final int[] first) {
        final List<int[][]> simplices = new ArrayList<>();
        for (final int[] order : first.length == 2 ? new int[][] {{0, 1}, {1, 0}}
            : new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
            final int[][] corners = new int[first.length + 1][];
            corners[0] = first.clone();
            for (int step = 0; step < order.length; step++) {
                corners[step + 1] = corners[step].clone();
                corners[step + 1][order[step]]++;
            }
            simplices.add(corners);
        }
        return simplices;
    }

    /** @param place of a lattice point, µm */
    void add(final int[][] corners, final int phase, final UnaryOperator<double[]> place) {
        final int[] cell = new int[corners.length];
        for (int i = 0; i < cell.length; i++) {
            final int[] corner = corners[i];
            final List<Integer> key = new ArrayList<>();
            final double[] lattice = new double[dimension];
            for (int axis = 0; axis < dimension; axis++) {
                key.add(corner[axis]);
                lattice[axis] = corner[axis];
            }
            cell[i] = numbers.computeIfAbsent(key, k -> {
                points.add(place.apply(lattice));
                return points.size() - 1;
            });
        }
        cells.add(cell);
        phases.add(phase);
    }

    SimplexMesh mesh() {
        final SimplexMesh mesh = new SimplexMesh(dimension, points.stream().flatMapToDouble(
            Arrays::stream).toArray(), cells.stream().flatMapToInt(Arrays::stream).toArray(),
            phases.stream().mapToInt(Integer::intValue).toArray());
        for (int cell = 0; cell < mesh.cellCount(); cell++) {
            if (MeshChecks.measure(mesh, cell) < 0) {
                final int last = (cell + 1) * (dimension + 1) - 1;
                final int vertex = mesh.cells()[last];
                mesh.cells()[last] = mesh.cells()[last - 1];
                mesh.cells()[last - 1] = vertex;
            }
        }
        return mesh;
    }

    /**
     * A disc or ball around the origin with vertices on its circle or sphere, and one layer of another phase around it.
     * In each quadrant or octant the points with x + y (+ z) = i go to the radius i / edges times that of the body.
     */
    static SimplexMesh round(final int dimension, final double radius, final int edges) {
        final LatticeSimplices simplices = new LatticeSimplices(dimension);
        final int count = edges + 1;
        for (int cube = 0; cube < Math.pow(count, dimension); cube++) {
            final int[] first = new int[dimension];
            for (int axis = 0, rest = cube; axis < dimension; axis++, rest /= count) {
                first[axis] = rest % count;
            }
            for (final int[][] corners : cube(first)) {
                if (isAscending(corners, count)) {
                    simplices.addToAllSectors(corners, corners[dimension][dimension - 1] <= edges ? 1 : 0,
                        radius / edges);
                }
            }
        }
        return simplices.mesh();
    }

    private static boolean isAscending(final int[][] corners, final int last) {
        for (final int[] corner : corners) {
            for (int axis = 1; axis < corner.length; axis++) {
                if (corner[axis] < corner[axis - 1]) {
                    return false;
                }
            }
            if (corner[corner.length - 1] > last) {
                return false;
            }
        }
        return true;
    }

    /** Differences of ascending coordinates are coordinates with a given largest sum. */
    private void addToAllSectors(final int[][] corners, final int phase, final double step) {
        for (int sector = 0; sector < 1 << dimension; sector++) {
            final int[][] differences = new int[corners.length][dimension];
            for (int i = 0; i < corners.length; i++) {
                for (int axis = 0; axis < dimension; axis++) {
                    final int difference = corners[i][axis] - (axis == 0 ? 0 : corners[i][axis - 1]);
                    differences[i][axis] = (sector >> axis & 1) == 0 ? difference : -difference;
                }
            }
            add(differences, phase, lattice -> onCircle(lattice, step));
        }
    }

    private static double[] onCircle(final double[] lattice, final double step) {
        double sum = 0;
        double square = 0;
        for (final double coordinate : lattice) {
            sum += Math.abs(coordinate);
            square += coordinate * coordinate;
        }
        final double[] point = lattice.clone();
        for (int axis = 0; axis < point.length && sum > 0; axis++) {
            point[axis] *= step * sum / Math.sqrt(square);
        }
        return point;
    }
}
