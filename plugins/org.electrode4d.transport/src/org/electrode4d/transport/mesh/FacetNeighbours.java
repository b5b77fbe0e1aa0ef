// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import java.util.Arrays;

/**
 * Which element is behind each facet of each element. Facets are sorted into bins by their smallest vertex and matched
 * within a bin: time and memory go with the number of elements.
 */
final class FacetNeighbours {

    private final SimplexMesh mesh;
    private final int corners;
    private final int[] neighbours;
    private final int[] binStart;
    private final int[] binned;

    private FacetNeighbours(final SimplexMesh mesh) {
        this.mesh = mesh;
        corners = mesh.dimension() + 1;
        neighbours = new int[mesh.cells().length];
        binStart = new int[mesh.vertexCount() + 1];
        binned = new int[neighbours.length];
    }

    /**
     * @return for element {@code c} and its corner {@code k} at {@code c (dimension + 1) + k} the element beyond the
     *     facet opposite to that corner, or -1 at the border of the mesh
     * @throws IllegalArgumentException if three elements share a facet
     */
    static int[] of(final SimplexMesh mesh) {
        final FacetNeighbours facets = new FacetNeighbours(mesh);
        facets.sortIntoBins();
        Arrays.fill(facets.neighbours, -1);
        for (int bin = 0; bin < mesh.vertexCount(); bin++) {
            facets.match(facets.binStart[bin], facets.binStart[bin + 1]);
        }
        return facets.neighbours;
    }

    private void sortIntoBins() {
        for (int facet = 0; facet < neighbours.length; facet++) {
            binStart[smallest(facet) + 1]++;
        }
        for (int bin = 0; bin < mesh.vertexCount(); bin++) {
            binStart[bin + 1] += binStart[bin];
        }
        final int[] next = Arrays.copyOf(binStart, mesh.vertexCount());
        for (int facet = 0; facet < neighbours.length; facet++) {
            binned[next[smallest(facet)]++] = facet;
        }
    }

    private int smallest(final int facet) {
        final int cell = facet / corners;
        int smallest = Integer.MAX_VALUE;
        for (int corner = 0; corner < corners; corner++) {
            if (corner != facet - cell * corners) {
                smallest = Math.min(smallest, mesh.cells()[cell * corners + corner]);
            }
        }
        return smallest;
    }

    private void match(final int from, final int end) {
        for (int i = from; i < end; i++) {
            for (int j = i + 1; j < end; j++) {
                if (isSame(binned[i], binned[j])) {
                    join(binned[i], binned[j]);
                }
            }
        }
    }

    private void join(final int first, final int second) {
        if (neighbours[first] >= 0 || neighbours[second] >= 0) {
            throw new IllegalArgumentException("More than two elements share a facet of element " + first / corners
                + ". The mesh is not conforming.");
        }
        neighbours[first] = second / corners;
        neighbours[second] = first / corners;
    }

    /** Facets have the same vertices: those of one are all among those of the other. */
    private boolean isSame(final int first, final int second) {
        final int cell = first / corners;
        for (int corner = 0; corner < corners; corner++) {
            if (corner != first - cell * corners && !has(second, mesh.cells()[cell * corners + corner])) {
                return false;
            }
        }
        return true;
    }

    private boolean has(final int facet, final int vertex) {
        final int cell = facet / corners;
        for (int corner = 0; corner < corners; corner++) {
            if (corner != facet - cell * corners && mesh.cells()[cell * corners + corner] == vertex) {
                return true;
            }
        }
        return false;
    }
}
