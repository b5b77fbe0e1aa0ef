// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import org.electrode4d.transport.linear.SparseMatrix;
import org.electrode4d.transport.mesh.MeshPart;

/** Matrices and vectors of integrals over facets at the boundary of a space: edges in the plane, triangles in space. */
public final class FacetAssembly {

    private final LagrangeSpace space;
    private final MeshPart.Boundary boundary;
    private final ElementIntegrals integrals;
    private final int[][] facetLocals;
    private final double[] points;
    private final double[] local;

    /** @param boundary facets of the mesh of the space */
    public FacetAssembly(final LagrangeSpace space, final MeshPart.Boundary boundary) {
        this.space = space;
        this.boundary = boundary;
        final int dimension = space.mesh().dimension();
        final ReferenceElement facet = ReferenceElement.of(dimension - 1, space.order());
        integrals = new ElementIntegrals(facet, dimension);
        facetLocals = new int[dimension + 1][];
        for (int opposite = 0; opposite <= dimension; opposite++) {
            facetLocals[opposite] = space.element().facetNodes(opposite);
        }
        points = new double[facet.nodes() * dimension];
        local = new double[facet.nodes() * facet.nodes()];
    }

    /** Copies the nodes of a facet and tells which they are in the element. */
    private int[] visit(final int facet) {
        final int[] locals = facetLocals[boundary.opposite()[facet]];
        space.copyPoints(boundary.cells()[facet], locals, points);
        return locals;
    }

    private boolean isCurved(final int facet) {
        return space.isCurved(boundary.cells()[facet]);
    }

    /**
     * The integrals of products of basis functions.
     *
     * @param coefficients a factor per facet, such as the mass transfer coefficient in µm/s; 0 where there is no flux
     */
    public SparseMatrix mass(final double[] coefficients) {
        final SparseMatrix matrix = new SparseMatrix(space.pattern());
        for (int facet = 0; facet < boundary.size(); facet++) {
            if (coefficients[facet] != 0) {
                final int[] locals = visit(facet);
                integrals.mass(points, isCurved(facet), local);
                final int cell = boundary.cells()[facet];
                for (int i = 0; i < locals.length; i++) {
                    for (int j = 0; j < locals.length; j++) {
                        matrix.add(space.node(cell, locals[i]), space.node(cell, locals[j]),
                            coefficients[facet] * local[i * locals.length + j]);
                    }
                }
            }
        }
        return matrix;
    }

    /** The integrals of basis functions; {@code coefficients} are a factor per facet, such as a flux. */
    public double[] load(final double[] coefficients) {
        final double[] load = new double[space.size()];
        for (int facet = 0; facet < boundary.size(); facet++) {
            if (coefficients[facet] != 0) {
                final int[] locals = visit(facet);
                integrals.integrals(points, isCurved(facet), local);
                for (int i = 0; i < locals.length; i++) {
                    load[space.node(boundary.cells()[facet], locals[i])] += coefficients[facet] * local[i];
                }
            }
        }
        return load;
    }

    /** The integrals of basis functions times a field. */
    public double[] load(final ScalarField field) {
        final double[] load = new double[space.size()];
        for (int facet = 0; facet < boundary.size(); facet++) {
            final int[] locals = visit(facet);
            integrals.integrals(points, isCurved(facet), field, local);
            for (int i = 0; i < locals.length; i++) {
                load[space.node(boundary.cells()[facet], locals[i])] += local[i];
            }
        }
        return load;
    }

    /** Length in µm or area in µm² of each facet. */
    public double[] measures() {
        final double[] measures = new double[boundary.size()];
        for (int facet = 0; facet < measures.length; facet++) {
            visit(facet);
            measures[facet] = integrals.measure(points, isCurved(facet));
        }
        return measures;
    }
}
