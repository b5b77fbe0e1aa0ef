// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import java.util.Arrays;
import org.electrode4d.transport.diffusion.Assembly;
import org.electrode4d.transport.diffusion.FacetAssembly;
import org.electrode4d.transport.diffusion.LagrangeSpace;
import org.electrode4d.transport.linear.SparseMatrix;
import org.electrode4d.transport.mesh.SimplexMesh;

/** The finite elements of a particle: its matrices, its volume, and what its surface conducts. */
public final class ParticleModel {

    private final LagrangeSpace space;
    private final ParticleSurface surface;
    private final ActiveMaterial material;
    private final SparseMatrix mass;
    private final SparseMatrix stiffness;
    private final FacetAssembly facets;
    private final double[] volumes;
    private final double[] loads;
    private final double volume;

    private ParticleModel(final LagrangeSpace space, final ParticleSurface surface, final ActiveMaterial material) {
        this.space = space;
        this.surface = surface;
        this.material = material;
        final Assembly assembly = new Assembly(space);
        final double[] ones = new double[space.mesh().cellCount()];
        Arrays.fill(ones, 1);
        mass = assembly.mass(ones);
        stiffness = assembly.stiffness(ones);
        facets = new FacetAssembly(space, surface.part().boundary());
        volumes = assembly.measures();
        final double[] unit = new double[space.size()];
        Arrays.fill(unit, 1);
        loads = mass.times(unit);
        volume = Arrays.stream(loads).sum();
    }

    /**
     * @param order of the elements, 1 or 2
     * @throws org.electrode4d.transport.TransportException for a particle without elements
     */
    public static ParticleModel of(final ParticleSurface surface, final ActiveMaterial material, final int order) {
        return of(LagrangeSpace.of(surface.part().mesh(), order), surface, material);
    }

    /** @param space on the mesh of the surface */
    static ParticleModel of(final LagrangeSpace space, final ParticleSurface surface, final ActiveMaterial material) {
        return new ParticleModel(space, surface, material);
    }

    public ParticleSurface surface() {
        return surface;
    }

    public ActiveMaterial material() {
        return material;
    }

    /** Volume of the mesh, µm³. */
    public double volume() {
        return volume;
    }

    /** Charge of the full particle, pAh. */
    public double capacity() {
        return material.capacity(volume);
    }

    /** Current at a rate in C, pA. */
    public double current(final double rate) {
        return material.current(rate, volume);
    }

    LagrangeSpace space() {
        return space;
    }

    SparseMatrix mass() {
        return mass;
    }

    /** For a diffusivity of one. */
    SparseMatrix stiffness() {
        return stiffness;
    }

    /** The integrals of the basis functions, µm³. */
    double[] loads() {
        return loads;
    }

    /** What the ionic surface conducts at each node, pA/V. */
    double[] conductances(final SurfaceKinetics kinetics) {
        final double[] perArea = new double[surface.kinds().length];
        for (int facet = 0; facet < perArea.length; facet++) {
            perArea[facet] = surface.kinds()[facet].isIonic() ? kinetics.conductance(surface.seiThickness()[facet]) : 0;
        }
        return facets.load(perArea);
    }

    /** Whether a node is on a surface where electrons pass. */
    boolean[] contacts() {
        final boolean[] contacts = new boolean[space.size()];
        for (int facet = 0; facet < surface.kinds().length; facet++) {
            if (surface.kinds()[facet] == SurfaceKind.CONTACT) {
                for (final int node : space.facetNodes(surface.part().boundary(), facet)) {
                    contacts[node] = true;
                }
            }
        }
        return contacts;
    }

    /** The mean over the volume of values at the nodes. */
    double mean(final double[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += loads[i] * values[i];
        }
        return sum / volume;
    }

    /** The standard deviation over the volume of values at the nodes. */
    double standardDeviation(final double[] values) {
        final double mean = mean(values);
        final double[] offset = Arrays.stream(values).map(value -> value - mean).toArray();
        final double[] product = mass.times(offset);
        double sum = 0;
        for (int i = 0; i < offset.length; i++) {
            sum += offset[i] * product[i];
        }
        return Math.sqrt(sum / volume);
    }

    /** How values at the nodes are distributed over the volume. */
    SocDistribution distribution(final double[] values) {
        final SimplexMesh mesh = space.mesh();
        final double[] middles = new double[mesh.cellCount()];
        for (int cell = 0; cell < middles.length; cell++) {
            for (int corner = 0; corner <= mesh.dimension(); corner++) {
                middles[cell] += values[space.vertexNode(mesh.vertex(cell, corner))] / (mesh.dimension() + 1);
            }
        }
        return SocDistribution.of(middles, volumes);
    }
}
