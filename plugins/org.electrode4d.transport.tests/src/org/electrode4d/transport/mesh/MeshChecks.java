// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;

/** What every mesh must be, by other means than those that made it. */
final class MeshChecks {

    private MeshChecks() {
    }

    /** Area or volume of an element, µm² or µm³; negative for a wrong orientation. */
    static double measure(final SimplexMesh mesh, final int cell) {
        final double[][] edge = new double[mesh.dimension()][mesh.dimension()];
        for (int i = 0; i < mesh.dimension(); i++) {
            for (int axis = 0; axis < mesh.dimension(); axis++) {
                edge[i][axis] = mesh.coordinate(mesh.vertex(cell, i + 1), axis)
                    - mesh.coordinate(mesh.vertex(cell, 0), axis);
            }
        }
        if (mesh.dimension() == 2) {
            return (edge[0][0] * edge[1][1] - edge[0][1] * edge[1][0]) / 2;
        }
        final Point a = new Point(edge[0][0], edge[0][1], edge[0][2]);
        return (a.x() * (edge[1][1] * edge[2][2] - edge[1][2] * edge[2][1])
            + a.y() * (edge[1][2] * edge[2][0] - edge[1][0] * edge[2][2])
            + a.z() * (edge[1][0] * edge[2][1] - edge[1][1] * edge[2][0])) / 6;
    }

    static Map<Integer, Double> measures(final SimplexMesh mesh) {
        final Map<Integer, Double> sums = new TreeMap<>();
        for (int cell = 0; cell < mesh.cellCount(); cell++) {
            sums.merge(mesh.phases()[cell], measure(mesh, cell), Double::sum);
        }
        return sums;
    }

    static void assertOriented(final SimplexMesh mesh) {
        for (int cell = 0; cell < mesh.cellCount(); cell++) {
            assertTrue(measure(mesh, cell) > 0, "element " + cell + " has the measure " + measure(mesh, cell));
        }
    }

    /** Every facet belongs to two elements, or lies in a face of the box that the image fills. */
    static void assertConforming(final SimplexMesh mesh, final Volume image) {
        final double[] first = corner(image, 0);
        final double[] last = corner(image, 1);
        final Map<List<Integer>, Integer> facets = facets(mesh);
        facets.forEach((facet, count) -> {
            assertTrue(count <= 2, "facet " + facet + " belongs to " + count + " elements");
            if (count == 1) {
                boolean atBorder = false;
                for (int axis = 0; axis < mesh.dimension(); axis++) {
                    atBorder |= liesAt(mesh, facet, axis, first[axis]) || liesAt(mesh, facet, axis, last[axis]);
                }
                assertTrue(atBorder, "facet " + facet + " is open");
            }
        });
    }

    static Map<List<Integer>, Integer> facets(final SimplexMesh mesh) {
        final Map<List<Integer>, Integer> facets = new HashMap<>();
        for (int cell = 0; cell < mesh.cellCount(); cell++) {
            for (int opposite = 0; opposite <= mesh.dimension(); opposite++) {
                final Integer[] facet = new Integer[mesh.dimension()];
                int at = 0;
                for (int corner = 0; corner <= mesh.dimension(); corner++) {
                    if (corner != opposite) {
                        facet[at++] = mesh.vertex(cell, corner);
                    }
                }
                Arrays.sort(facet);
                facets.merge(List.of(facet), 1, Integer::sum);
            }
        }
        return facets;
    }

    /** No vertex is without an element, and no two are at one place. */
    static void assertVerticesAreUsedOnce(final SimplexMesh mesh) {
        assertEquals(mesh.vertexCount(), Arrays.stream(mesh.cells()).distinct().count());
        final Map<List<Double>, Integer> places = new HashMap<>();
        for (int vertex = 0; vertex < mesh.vertexCount(); vertex++) {
            final Double[] place = new Double[mesh.dimension()];
            for (int axis = 0; axis < place.length; axis++) {
                place[axis] = mesh.coordinate(vertex, axis);
            }
            places.merge(List.of(place), 1, Integer::sum);
        }
        assertEquals(mesh.vertexCount(), places.size());
    }

    /** Elements that hang together through vertices. */
    static int pieces(final SimplexMesh mesh) {
        final int[] piece = new int[mesh.vertexCount()];
        Arrays.setAll(piece, i -> i);
        for (boolean changed = true; changed;) {
            changed = false;
            for (int cell = 0; cell < mesh.cellCount(); cell++) {
                int least = Integer.MAX_VALUE;
                for (int corner = 0; corner <= mesh.dimension(); corner++) {
                    least = Math.min(least, piece[mesh.vertex(cell, corner)]);
                }
                for (int corner = 0; corner <= mesh.dimension(); corner++) {
                    changed |= piece[mesh.vertex(cell, corner)] > least;
                    piece[mesh.vertex(cell, corner)] = least;
                }
            }
        }
        return (int)Arrays.stream(piece).distinct().count();
    }

    private static double[] corner(final Volume image, final int side) {
        return new double[] {
            image.origin().x() + (side * image.shape().x() - 0.5) * image.voxelSize().x(),
            image.origin().y() + (side * image.shape().y() - 0.5) * image.voxelSize().y(),
            image.origin().z() + (side * image.shape().z() - 0.5) * image.voxelSize().z()};
    }

    private static boolean liesAt(final SimplexMesh mesh, final List<Integer> facet, final int axis,
        final double position) {
        return facet.stream().allMatch(vertex -> Math.abs(mesh.coordinate(vertex, axis) - position) < 1e-9);
    }
}
