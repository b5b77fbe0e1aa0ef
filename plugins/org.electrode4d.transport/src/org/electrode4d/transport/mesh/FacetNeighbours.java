// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import java.util.Arrays;

/**
 * Which element is behind each facet of each element of a conforming mesh. Facets are taken in their order; one whose
 * like has not come yet waits in a chain at its smallest vertex. As elements that lie together come together, chains
 * are short: time goes with the number of elements, and no memory is needed beyond the result and 4 bytes per vertex.
 */
final class FacetNeighbours {

    /** Ends a chain, and marks what is left of chains at the end: facets at the border. */
    private static final int NONE = -1;

    private final int corners;
    private final int[] cells;
    /** Elements, or for facets in a chain the next one there as {@code -2 - facet}. */
    private final int[] neighbours;
    private final int[] heads;

    private FacetNeighbours(final SimplexMesh mesh) {
        corners = mesh.dimension() + 1;
        cells = mesh.cells();
        neighbours = new int[cells.length];
        heads = new int[mesh.vertexCount()];
    }

    /**
     * @return for element {@code c} and its corner {@code k} at {@code c (dimension + 1) + k} the element beyond the
     *     facet opposite to that corner, or -1 at the border of the mesh
     */
    static int[] of(final SimplexMesh mesh) {
        final FacetNeighbours facets = new FacetNeighbours(mesh);
        facets.find();
        return facets.neighbours;
    }

    private void find() {
        Arrays.fill(heads, NONE);
        for (int facet = 0; facet < neighbours.length; facet++) {
            find(facet);
        }
        for (int facet = 0; facet < neighbours.length; facet++) {
            neighbours[facet] = Math.max(neighbours[facet], NONE);
        }
    }

    private void find(final int facet) {
        final int smallest = smallest(facet);
        final long others = others(facet, smallest);
        int before = NONE;
        for (int other = heads[smallest]; other != NONE; other = next(other)) {
            if (others(other, smallest) == others) {
                if (before == NONE) {
                    heads[smallest] = next(other);
                } else {
                    neighbours[before] = neighbours[other];
                }
                neighbours[other] = facet / corners;
                neighbours[facet] = other / corners;
                return;
            }
            before = other;
        }
        neighbours[facet] = heads[smallest] == NONE ? NONE : -2 - heads[smallest];
        heads[smallest] = facet;
    }

    private int next(final int facet) {
        return neighbours[facet] == NONE ? NONE : -2 - neighbours[facet];
    }

    private int smallest(final int facet) {
        final int first = facet / corners * corners;
        int smallest = Integer.MAX_VALUE;
        for (int slot = first; slot < first + corners; slot++) {
            if (slot != facet && cells[slot] < smallest) {
                smallest = cells[slot];
            }
        }
        return smallest;
    }

    /** The vertices of a facet other than the smallest: the largest and the one between, or 0 in the plane. */
    private long others(final int facet, final int smallest) {
        final int first = facet / corners * corners;
        int largest = 0;
        long sum = 0;
        for (int slot = first; slot < first + corners; slot++) {
            if (slot != facet) {
                sum += cells[slot];
                largest = Math.max(largest, cells[slot]);
            }
        }
        return (long)largest << Integer.SIZE | sum - smallest - largest;
    }
}
