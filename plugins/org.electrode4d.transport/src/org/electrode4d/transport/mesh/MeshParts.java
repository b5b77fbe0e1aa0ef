// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Takes some phases out of a mesh.
 *
 * <p>Elements of a part hang together through facets alone. Where elements share a vertex, but no path of elements around
 * that vertex leads from one to the other through facets, the vertex is doubled: continuous finite elements would
 * otherwise let a flux leak through corners and edges, as between two voxels that touch there.
 */
public final class MeshParts {

    private final SimplexMesh mesh;
    private final int corners;
    private final int[] neighbours;
    /** Union-find over the corners of all elements; roots become vertices of the part, as the complement of a number. */
    private final int[] parent;

    private MeshParts(final SimplexMesh mesh) {
        this.mesh = mesh;
        corners = mesh.dimension() + 1;
        neighbours = FacetNeighbours.of(mesh);
        parent = new int[neighbours.length];
        Arrays.setAll(parent, i -> i);
    }

    /**
     * The elements of some phases. Vertices are numbered as the elements come; time and memory go with the size of the
     * whole mesh. Without elements of these phases the part is empty.
     */
    public static MeshPart of(final SimplexMesh mesh, final IntPredicate phases) {
        return new MeshParts(mesh).part(phases);
    }

    private MeshPart part(final IntPredicate phases) {
        final int[] elements = elements(phases);
        for (final int element : elements) {
            joinWithNeighbours(element, phases);
        }
        return new MeshPart(subMesh(elements), boundary(elements, phases));
    }

    private int[] elements(final IntPredicate phases) {
        final int[] elements = new int[mesh.cellCount()];
        int count = 0;
        for (int cell = 0; cell < elements.length; cell++) {
            if (phases.test(mesh.phases()[cell])) {
                elements[count++] = cell;
            }
        }
        return Arrays.copyOf(elements, count);
    }

    /** Elements on both sides of a facet of the part share its vertices. */
    private void joinWithNeighbours(final int cell, final IntPredicate phases) {
        for (int facet = 0; facet < corners; facet++) {
            final int neighbour = neighbours[cell * corners + facet];
            if (neighbour > cell && phases.test(mesh.phases()[neighbour])) {
                for (int corner = 0; corner < corners; corner++) {
                    if (corner != facet) {
                        join(cell * corners + corner, slot(neighbour, mesh.vertex(cell, corner)));
                    }
                }
            }
        }
    }

    private int slot(final int cell, final int vertex) {
        int slot = cell * corners;
        while (mesh.cells()[slot] != vertex) {
            slot++;
        }
        return slot;
    }

    /** The earlier one becomes the root, so that roots are met before what belongs to them. */
    private void join(final int first, final int second) {
        final int a = root(first);
        final int b = root(second);
        parent[Math.max(a, b)] = Math.min(a, b);
    }

    private int root(final int slot) {
        int at = slot;
        while (parent[at] >= 0 && parent[at] != at) {
            final int next = parent[at];
            if (parent[next] >= 0) {
                parent[at] = parent[next];
            }
            at = next;
        }
        return at;
    }

    private SimplexMesh subMesh(final int[] elements) {
        final int dimension = mesh.dimension();
        final double[] points = new double[countVertices(elements) * dimension];
        final int[] cells = new int[elements.length * corners];
        final int[] phases = new int[elements.length];
        int count = 0;
        for (int i = 0; i < elements.length; i++) {
            phases[i] = mesh.phases()[elements[i]];
            for (int corner = 0; corner < corners; corner++) {
                final int slot = elements[i] * corners + corner;
                if (parent[slot] == slot) {
                    System.arraycopy(mesh.points(), mesh.cells()[slot] * dimension, points, count * dimension,
                        dimension);
                    parent[slot] = ~count++;
                }
                cells[i * corners + corner] = ~parent[root(slot)];
            }
        }
        return new SimplexMesh(dimension, points, cells, phases);
    }

    private int countVertices(final int[] elements) {
        int count = 0;
        for (final int element : elements) {
            for (int slot = element * corners; slot < (element + 1) * corners; slot++) {
                count += parent[slot] == slot ? 1 : 0;
            }
        }
        return count;
    }

    private MeshPart.Boundary boundary(final int[] elements, final IntPredicate phases) {
        final int count = countBoundary(elements, phases);
        final int[] cells = new int[count];
        final int[] opposite = new int[count];
        final int[] beyond = new int[count];
        int at = 0;
        for (int i = 0; i < elements.length; i++) {
            for (int corner = 0; corner < corners; corner++) {
                final int phase = phaseAt(elements[i] * corners + corner);
                if (!isIn(phase, phases)) {
                    cells[at] = i;
                    opposite[at] = corner;
                    beyond[at++] = phase;
                }
            }
        }
        return new MeshPart.Boundary(cells, opposite, beyond);
    }

    private int countBoundary(final int[] elements, final IntPredicate phases) {
        int count = 0;
        for (final int element : elements) {
            for (int slot = element * corners; slot < (element + 1) * corners; slot++) {
                count += isIn(phaseAt(slot), phases) ? 0 : 1;
            }
        }
        return count;
    }

    /** The phase beyond the facet opposite to a corner. */
    private int phaseAt(final int slot) {
        return neighbours[slot] < 0 ? MeshPart.OUTSIDE : mesh.phases()[neighbours[slot]];
    }

    private static boolean isIn(final int phase, final IntPredicate phases) {
        return phase != MeshPart.OUTSIDE && phases.test(phase);
    }
}
