// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.electrode4d.transport.TransportException;
import org.electrode4d.transport.linear.SparseMatrix;
import org.electrode4d.transport.mesh.MeshPart;

/**
 * Lithium that diffuses from pores into the phases around them, as Vorauer et al., Commun. Chem. (2020), Fig. 8, in two
 * or three dimensions:
 *
 * <pre>
 * eps dc/dt = div(D_eff grad c)        in the solved phases
 * -D_eff dc/dn = k_f (c - C)           where they touch a source
 * -D_eff dc/dn = 0                     at all other boundaries
 * </pre>
 *
 * Between solved phases c and the flux are continuous; c is 0 at the start. With this model everything that touches a
 * source reaches C in the end. Lengths in µm, times in s, concentrations in mol/L.
 */
public final class DiffusionModel {

    private static final double SQUARE_METRE = 1e12;
    private static final double METRE = 1e6;

    private final LagrangeSpace space;
    private final MeshPart.Boundary boundary;
    private final Map<Integer, SolvedPhase> phases = new HashMap<>();
    private final LithiumSource source;

    /**
     * @param space on elements of the solved phases
     * @param boundary of its mesh, with the phases beyond
     * @throws TransportException if a phase of the mesh is not among the solved ones, one of them is a source, or a
     *     phase is named twice
     */
    public DiffusionModel(final LagrangeSpace space, final MeshPart.Boundary boundary,
        final List<SolvedPhase> phases, final LithiumSource source) {
        this.space = space;
        this.boundary = boundary;
        this.source = source;
        for (final SolvedPhase phase : phases) {
            if (this.phases.put(phase.label(), phase) != null) {
                throw new TransportException("Phase " + phase.label() + " is named twice among the solved phases.");
            }
            if (source.labels().contains(phase.label())) {
                throw new TransportException("Phase " + phase.label() + " is a source and a solved phase at once. Its "
                    + "concentration is either given or computed: name it once.");
            }
        }
        for (final int phase : space.mesh().phases()) {
            if (!this.phases.containsKey(phase)) {
                throw new TransportException("The mesh has elements of phase " + phase
                    + ", of which neither porosity nor diffusivity are known.");
            }
        }
    }

    LagrangeSpace space() {
        return space;
    }

    LithiumSource source() {
        return source;
    }

    /** Porosity of each element. */
    double[] porosities() {
        final int[] labels = space.mesh().phases();
        final double[] values = new double[labels.length];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = phases.get(labels[cell]).porosity();
        }
        return values;
    }

    private double[] diffusivities() {
        final int[] labels = space.mesh().phases();
        final double[] values = new double[labels.length];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = SQUARE_METRE * phases.get(labels[cell]).diffusivity();
        }
        return values;
    }

    /** Mass transfer coefficient of each facet of the boundary, µm/s; 0 where nothing comes in. */
    double[] transfer() {
        final double[] values = new double[boundary.size()];
        for (int facet = 0; facet < values.length; facet++) {
            values[facet] = source.labels().contains(boundary.beyond()[facet]) ? METRE * source.massTransfer() : 0;
        }
        return values;
    }

    MeshPart.Boundary boundary() {
        return boundary;
    }

    SparseMatrix mass() {
        return new Assembly(space).mass(porosities());
    }

    /** Of diffusion and of the exchange with the source. */
    SparseMatrix stiffness() {
        final SparseMatrix matrix = new Assembly(space).stiffness(diffusivities());
        matrix.setSum(matrix, 1, new FacetAssembly(space, boundary).mass(transfer()));
        return matrix;
    }

    double[] load() {
        final double[] coefficients = transfer();
        for (int facet = 0; facet < coefficients.length; facet++) {
            coefficients[facet] *= source.concentration();
        }
        return new FacetAssembly(space, boundary).load(coefficients);
    }

    /**
     * The time in which the concentration at a source reaches about a hundredth of C (half space with constant flux),
     * which is short for all that follows.
     */
    double startTime() {
        double shortest = Double.POSITIVE_INFINITY;
        for (final SolvedPhase phase : phases.values()) {
            final double depth = phase.diffusivity() / source.massTransfer() / 100;
            shortest = Math.min(shortest, depth * depth * phase.porosity() / phase.diffusivity());
        }
        return shortest;
    }
}
