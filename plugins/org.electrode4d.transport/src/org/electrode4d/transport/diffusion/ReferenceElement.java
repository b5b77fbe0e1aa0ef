// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import java.util.ArrayList;
import java.util.List;

/**
 * The Lagrange element of order 1 or 2 on a segment, triangle or tetrahedron, in barycentric coordinates. Nodes are the
 * corners and, for order 2, the middles of the edges 01, 02, (03,) 12, (13, 23).
 *
 * @param dimension of the simplex: 1, 2 or 3
 * @param order of the polynomials: 1 or 2
 * @param edges the two corners of each edge, in the order of their nodes
 */
record ReferenceElement(int dimension, int order, List<int[]> edges) {

    static ReferenceElement of(final int dimension, final int order) {
        final List<int[]> edges = new ArrayList<>();
        for (int i = 0; i <= dimension; i++) {
            for (int j = i + 1; j <= dimension; j++) {
                edges.add(new int[]{i, j});
            }
        }
        return new ReferenceElement(dimension, order, edges);
    }

    int corners() {
        return dimension + 1;
    }

    int nodes() {
        return order == 1 ? corners() : corners() + edges.size();
    }

    /** The basis functions at a place. */
    double[] values(final double[] barycentric) {
        final double[] values = new double[nodes()];
        for (int i = 0; i < corners(); i++) {
            values[i] = order == 1 ? barycentric[i] : barycentric[i] * (2 * barycentric[i] - 1);
        }
        for (int i = corners(); i < values.length; i++) {
            final int[] edge = edges.get(i - corners());
            values[i] = 4 * barycentric[edge[0]] * barycentric[edge[1]];
        }
        return values;
    }

    /**
     * Derivatives of the basis functions along the edges from corner 0.
     *
     * @return per node, per direction: corner 1, 2(, 3)
     */
    double[][] slopes(final double[] barycentric) {
        final double[][] slopes = new double[nodes()][dimension];
        for (int i = 0; i < nodes(); i++) {
            final double first = partial(i, 0, barycentric);
            for (int axis = 0; axis < dimension; axis++) {
                slopes[i][axis] = partial(i, axis + 1, barycentric) - first;
            }
        }
        return slopes;
    }

    private double partial(final int node, final int corner, final double[] barycentric) {
        if (node < corners()) {
            final double slope = order == 1 ? 1 : 4 * barycentric[node] - 1;
            return node == corner ? slope : 0;
        }
        final int[] edge = edges.get(node - corners());
        if (edge[0] == corner) {
            return 4 * barycentric[edge[1]];
        }
        return edge[1] == corner ? 4 * barycentric[edge[0]] : 0;
    }

    /** The nodes of the facet that does not have a corner, in the order of the element of that facet. */
    int[] facetNodes(final int opposite) {
        final List<Integer> nodes = new ArrayList<>();
        for (int i = 0; i < nodes(); i++) {
            final boolean touches = i < corners() ? i == opposite
                : edges.get(i - corners())[0] == opposite || edges.get(i - corners())[1] == opposite;
            if (!touches) {
                nodes.add(i);
            }
        }
        return nodes.stream().mapToInt(Integer::intValue).toArray();
    }
}
