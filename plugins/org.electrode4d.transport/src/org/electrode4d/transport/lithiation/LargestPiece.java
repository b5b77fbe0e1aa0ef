// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import java.util.Arrays;
import org.electrode4d.transport.diffusion.Assembly;
import org.electrode4d.transport.diffusion.LagrangeSpace;
import org.electrode4d.transport.mesh.MeshPart;
import org.electrode4d.transport.mesh.SimplexMesh;

/**
 * The largest of the pieces of a mesh that do not hang together, with its facets.
 *
 * @param part the piece, with vertices numbered anew
 * @param dropped the other pieces, as a part of the whole area or volume
 */
record LargestPiece(MeshPart part, double dropped) {

    /** Elements hang together through vertices, which parts of a mesh have doubled where only corners touch. */
    static LargestPiece of(final MeshPart whole) {
        final SimplexMesh mesh = whole.mesh();
        final int[] roots = roots(mesh);
        final double[] sizes = new double[mesh.vertexCount()];
        final double[] measures = new Assembly(LagrangeSpace.of(mesh, 1)).measures();
        double total = 0;
        for (int cell = 0; cell < mesh.cellCount(); cell++) {
            sizes[roots[mesh.vertex(cell, 0)]] += measures[cell];
            total += measures[cell];
        }
        int largest = 0;
        for (int vertex = 1; vertex < sizes.length; vertex++) {
            largest = sizes[vertex] > sizes[largest] ? vertex : largest;
        }
        final double dropped = total > 0 ? 1 - sizes[largest] / total : 0;
        return dropped < 1e-12 ? new LargestPiece(whole, 0)
            : new LargestPiece(piece(whole, roots, largest), dropped);
    }

    private static int[] roots(final SimplexMesh mesh) {
        final int[] parent = new int[mesh.vertexCount()];
        Arrays.setAll(parent, i -> i);
        for (int cell = 0; cell < mesh.cellCount(); cell++) {
            for (int corner = 1; corner <= mesh.dimension(); corner++) {
                final int a = root(parent, mesh.vertex(cell, 0));
                final int b = root(parent, mesh.vertex(cell, corner));
                parent[Math.max(a, b)] = Math.min(a, b);
            }
        }
        Arrays.setAll(parent, vertex -> root(parent, vertex));
        return parent;
    }

    private static int root(final int[] parent, final int vertex) {
        int at = vertex;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private static MeshPart piece(final MeshPart whole, final int[] roots, final int wanted) {
        final SimplexMesh mesh = whole.mesh();
        final int corners = mesh.dimension() + 1;
        final int[] vertices = new int[mesh.vertexCount()];
        final double[] points = new double[mesh.points().length];
        int count = 0;
        for (int vertex = 0; vertex < vertices.length; vertex++) {
            vertices[vertex] = count;
            if (roots[vertex] == wanted) {
                System.arraycopy(mesh.points(), vertex * mesh.dimension(), points, count * mesh.dimension(),
                    mesh.dimension());
                count++;
            }
        }
        final int[] kept = new int[mesh.cellCount()];
        final int[] cells = new int[mesh.cells().length];
        final int[] phases = new int[mesh.cellCount()];
        int size = 0;
        for (int cell = 0; cell < kept.length; cell++) {
            kept[cell] = roots[mesh.vertex(cell, 0)] == wanted ? size : -1;
            if (kept[cell] >= 0) {
                for (int corner = 0; corner < corners; corner++) {
                    cells[size * corners + corner] = vertices[mesh.vertex(cell, corner)];
                }
                phases[size++] = mesh.phases()[cell];
            }
        }
        return new MeshPart(new SimplexMesh(mesh.dimension(), Arrays.copyOf(points, count * mesh.dimension()),
            Arrays.copyOf(cells, size * corners), Arrays.copyOf(phases, size)), boundary(whole.boundary(), kept));
    }

    private static MeshPart.Boundary boundary(final MeshPart.Boundary whole, final int[] kept) {
        final int[] cells = new int[whole.size()];
        final int[] opposite = new int[whole.size()];
        final int[] beyond = new int[whole.size()];
        int count = 0;
        for (int facet = 0; facet < cells.length; facet++) {
            if (kept[whole.cells()[facet]] >= 0) {
                cells[count] = kept[whole.cells()[facet]];
                opposite[count] = whole.opposite()[facet];
                beyond[count++] = whole.beyond()[facet];
            }
        }
        return new MeshPart.Boundary(Arrays.copyOf(cells, count), Arrays.copyOf(opposite, count),
            Arrays.copyOf(beyond, count));
    }
}
