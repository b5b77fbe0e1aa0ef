// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.UnaryOperator;

import org.electrode4d.transport.TransportException;
import org.electrode4d.transport.linear.SparseMatrix;
import org.electrode4d.transport.linear.SparsityPattern;
import org.electrode4d.transport.mesh.MeshPart;
import org.electrode4d.transport.mesh.SimplexMesh;
import org.electrode4d.volume.Progress;

/**
 * Continuous functions on a mesh that are polynomials of order 1 or 2 on every element (Lagrange elements P1 and P2).
 * Their values at nodes are the unknowns: at the vertices, and for order 2 in the middles of the edges. With order 1 the
 * number of a node is that of its vertex; with order 2 every vertex is followed by the edges to vertices with a greater
 * number, so that neighbours stay close in memory.
 *
 * <p>Making one takes time and memory proportional to the mesh: about 100 bytes per node in the plane for order 2.
 */
public final class LagrangeSpace {

    private static final int CHECK = 1 << 14;

    private final SimplexMesh mesh;
    private final ReferenceElement element;
    private final EdgeNumbers edges;
    private final int[] cellNodes;
    private final double[] points;
    private final BitSet curved = new BitSet();
    private final SparsityPattern pattern;

    private LagrangeSpace(final SimplexMesh mesh, final int order, final Progress progress) {
        this.mesh = mesh;
        element = ReferenceElement.of(mesh.dimension(), order);
        edges = order == 2 ? EdgeNumbers.of(mesh, element, progress) : EdgeNumbers.none(mesh);
        if ((long)mesh.cellCount() * element.nodes() * element.nodes() > Integer.MAX_VALUE) {
            throw new TransportException("The mesh has " + mesh.cellCount() + " elements, which are too many for one "
                + "computation with order " + order + ". Make the mesh coarser or the region smaller.");
        }
        cellNodes = new int[mesh.cellCount() * element.nodes()];
        points = new double[size() * mesh.dimension()];
        for (int cell = 0; cell < mesh.cellCount(); cell++) {
            if (cell % CHECK == 0) {
                progress.check();
            }
            number(cell);
        }
        pattern = NodePattern.of(cellNodes, element.nodes(), size(), progress);
    }

    /**
     * The space on straight elements.
     *
     * @param order 1 or 2
     * @throws TransportException for any other order, an empty mesh, or one with too many elements
     */
    public static LagrangeSpace of(final SimplexMesh mesh, final int order) {
        return of(mesh, order, Progress.NONE);
    }

    /** @throws java.util.concurrent.CancellationException if cancelled; of millions of elements one takes seconds */
    public static LagrangeSpace of(final SimplexMesh mesh, final int order, final Progress progress) {
        if (order != 1 && order != 2) {
            throw new TransportException("The order of elements is " + order + ", but must be 1 or 2.");
        }
        if (mesh.cellCount() == 0) {
            throw new TransportException("The mesh has no elements: choose phases that are there.");
        }
        return new LagrangeSpace(mesh, order, progress);
    }

    /**
     * The space of order 2 on elements whose facets at a boundary are curved (isoparametric): the middles of their edges
     * are moved. Without that, quadratic elements lose one order of convergence at curved boundaries.
     *
     * @param boundary facets of the mesh that are curved
     * @param onto where a middle belongs, µm; it must stay near its straight edge, or elements fold over
     */
    public static LagrangeSpace curved(final SimplexMesh mesh, final MeshPart.Boundary boundary,
        final UnaryOperator<double[]> onto) {
        final LagrangeSpace space = new LagrangeSpace(mesh, 2, Progress.NONE);
        final BitSet moved = new BitSet();
        for (int facet = 0; facet < boundary.size(); facet++) {
            for (final int node : space.facetNodes(boundary, facet)) {
                moved.set(node);
            }
        }
        for (int vertex = 0; vertex < mesh.vertexCount(); vertex++) {
            moved.clear(space.vertexNode(vertex));
        }
        moved.stream().forEach(node -> {
            final double[] place = onto.apply(space.point(node));
            System.arraycopy(place, 0, space.points, node * mesh.dimension(), mesh.dimension());
        });
        for (int cell = 0; cell < mesh.cellCount(); cell++) {
            for (int local = space.element.corners(); local < space.nodesPerCell(); local++) {
                if (moved.get(space.node(cell, local))) {
                    space.curved.set(cell);
                }
            }
        }
        return space;
    }

    private void number(final int cell) {
        final int dimension = mesh.dimension();
        for (int local = 0; local < element.nodes(); local++) {
            final int from;
            final int to;
            final int node;
            if (local < element.corners()) {
                from = mesh.vertex(cell, local);
                to = from;
                node = edges.vertexNode(from);
            } else {
                from = mesh.vertex(cell, element.edges().get(local - element.corners())[0]);
                to = mesh.vertex(cell, element.edges().get(local - element.corners())[1]);
                node = edges.edgeNode(from, to);
            }
            cellNodes[cell * element.nodes() + local] = node;
            for (int axis = 0; axis < dimension; axis++) {
                points[node * dimension + axis] = (mesh.coordinate(from, axis) + mesh.coordinate(to, axis)) / 2;
            }
        }
    }

    public SimplexMesh mesh() {
        return mesh;
    }

    public int order() {
        return element.order();
    }

    /** The number of nodes. */
    public int size() {
        return mesh.vertexCount() + edges.count();
    }

    public int nodesPerCell() {
        return element.nodes();
    }

    /** The number of a node of an element: first the corners, then the middles of the edges 01, 02, (03,) 12, ... */
    public int node(final int cell, final int local) {
        return cellNodes[cell * element.nodes() + local];
    }

    /** The node at a vertex. */
    public int vertexNode(final int vertex) {
        return edges.vertexNode(vertex);
    }

    /** Where a node is: x, y(, z) in µm. */
    public double[] point(final int node) {
        return Arrays.copyOfRange(points, node * mesh.dimension(), (node + 1) * mesh.dimension());
    }

    /** Which nodes share an element: where matrices have entries. */
    public SparsityPattern pattern() {
        return pattern;
    }

    /** The nodes of a facet: corners, then middles of edges. */
    public int[] facetNodes(final MeshPart.Boundary boundary, final int facet) {
        final int[] nodes = element.facetNodes(boundary.opposite()[facet]);
        Arrays.setAll(nodes, i -> node(boundary.cells()[facet], nodes[i]));
        return nodes;
    }

    /** The values of a field at the nodes. */
    public double[] interpolate(final ScalarField field) {
        final double[] values = new double[size()];
        Arrays.setAll(values, node -> field.at(point(node)));
        return values;
    }

    /** From the values of the linear elements at the vertices to those of this space: for multigrid. */
    public SparseMatrix fromLinear() {
        return edges.fromLinear();
    }

    ReferenceElement element() {
        return element;
    }

    boolean isCurved(final int cell) {
        return curved.get(cell);
    }

    /** Writes the coordinates of the nodes of an element, or of some of them. */
    void copyPoints(final int cell, final int[] locals, final double[] destination) {
        final int dimension = mesh.dimension();
        for (int i = 0; i < locals.length; i++) {
            System.arraycopy(points, node(cell, locals[i]) * dimension, destination, i * dimension, dimension);
        }
    }
}
