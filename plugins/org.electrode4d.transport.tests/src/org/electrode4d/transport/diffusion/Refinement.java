// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.electrode4d.transport.mesh.MeshPart;
import org.electrode4d.transport.mesh.SimplexMesh;

/** Divides every triangle into 4, or tetrahedron into 8, and puts new vertices of the boundary onto the unit sphere. */
final class Refinement {

    private final SimplexMesh coarse;
    private final List<double[]> points = new ArrayList<>();
    private final Map<Long, Integer> middles = new HashMap<>();
    private final Set<Long> outer = new HashSet<>();

    Refinement(final SimplexMesh coarse) {
        this.coarse = coarse;
        for (int vertex = 0; vertex < coarse.vertexCount(); vertex++) {
            final double[] point = new double[coarse.dimension()];
            for (int axis = 0; axis < point.length; axis++) {
                point[axis] = coarse.coordinate(vertex, axis);
            }
            points.add(point);
        }
        final MeshPart.Boundary boundary = SimpleMeshes.part(coarse, middle -> 0).boundary();
        for (int facet = 0; facet < boundary.size(); facet++) {
            final List<Integer> key =
                SimpleMeshes.key(coarse, boundary.cells()[facet], boundary.opposite()[facet]);
            for (int i = 0; i < key.size(); i++) {
                for (int j = i + 1; j < key.size(); j++) {
                    outer.add(edge(key.get(i), key.get(j)));
                }
            }
        }
    }

    SimplexMesh mesh() {
        final List<int[]> cells = new ArrayList<>();
        for (int cell = 0; cell < coarse.cellCount(); cell++) {
            divide(cell, cells);
        }
        return SimpleMeshes.mesh(coarse.dimension(), points.stream().flatMapToDouble(Arrays::stream).toArray(), cells);
    }

    private void divide(final int cell, final List<int[]> cells) {
        final int corners = coarse.dimension() + 1;
        final int[][] m = new int[corners][corners];
        for (int i = 0; i < corners; i++) {
            for (int j = 0; j < corners; j++) {
                m[i][j] = i == j ? coarse.vertex(cell, i) : middle(coarse.vertex(cell, i), coarse.vertex(cell, j));
            }
            cells.add(m[i].clone());
        }
        if (corners == 3) {
            cells.add(new int[]{m[0][1], m[1][2], m[0][2]});
        } else {
            final int[] ring = {m[0][2], m[0][3], m[1][3], m[1][2]};
            for (int i = 0; i < 4; i++) {
                cells.add(new int[]{m[0][1], m[2][3], ring[i], ring[(i + 1) % 4]});
            }
        }
    }

    private int middle(final int a, final int b) {
        return middles.computeIfAbsent(edge(a, b), edge -> {
            final double[] middle = new double[coarse.dimension()];
            for (int axis = 0; axis < middle.length; axis++) {
                middle[axis] = (points.get(a)[axis] + points.get(b)[axis]) / 2;
            }
            points.add(outer.contains(edge) ? SimpleMeshes.ontoUnit(middle) : middle);
            return points.size() - 1;
        });
    }

    private static long edge(final int a, final int b) {
        return (long)Math.min(a, b) << 32 | Math.max(a, b);
    }
}
