// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.electrode4d.transport.TransportException;
import org.electrode4d.transport.linear.RowChunks;
import org.electrode4d.transport.linear.SparseMatrix;
import org.electrode4d.volume.Progress;

/**
 * Computes how lithium comes into a structure: a {@link DiffusionModel} through time. The unknowns are what is missing
 * to the concentration of the source: their flux through the boundary is known to as many digits as they are, while a
 * large mass transfer coefficient would make rounding errors of concentrations near that of the source a flux.
 *
 * <p>Memory: about 1.2 kB per node in the plane with elements of order 2. The same result for any number of threads of
 * the ambient executor.
 */
public final class LithiumDiffusion {

    private static final double SATURATED = 0.9;
    private static final double RESIDUAL = 1e-8;

    private final DiffusionModel model;
    private final DiffusionRequest request;
    private final SparseMatrix mass;
    private final double[] capacities;
    private final boolean[] reached;
    private final double[] concentrations;
    private final GroupRecorder all;
    private final List<GroupRecorder> groups;
    private final CrossingTimes probeCrossings;
    private final List<Double> times = new ArrayList<>();
    private final List<Double> means = new ArrayList<>();
    private final List<double[]> probeValues = new ArrayList<>();
    private final List<double[]> maps = new ArrayList<>();
    private double inflow;

    private LithiumDiffusion(final DiffusionModel model, final DiffusionRequest request, final Progress progress) {
        this.model = model;
        this.request = request;
        final double threshold = SATURATED * model.source().concentration();
        mass = model.mass(progress);
        final double[] ones = new double[model.space().size()];
        Arrays.fill(ones, 1);
        capacities = mass.times(ones);
        reached = SourceContact.of(mass.pattern(), model.load());
        concentrations = new double[ones.length];
        all = new GroupRecorder(CellGroups.byLabel(new int[model.space().mesh().cellCount()]), model, threshold,
            progress);
        groups = request.groups().stream().map(list -> new GroupRecorder(list, model, threshold, progress)).toList();
        probeCrossings = new CrossingTimes(request.probes().size(), threshold);
    }

    /**
     * @throws TransportException if steps become too short or a linear system cannot be solved
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static DiffusionResult run(final DiffusionModel model, final DiffusionRequest request,
        final Progress progress) {
        return new LithiumDiffusion(model, request, progress).run(progress);
    }

    private DiffusionResult run(final Progress progress) {
        final SparseMatrix stiffness = model.stiffness(progress);
        final double[] stops = request.stops();
        final StepSettings steps = new StepSettings(request.tolerance() * model.source().concentration(),
            Math.min(model.startTime(), stops[0]), RESIDUAL);
        final List<SparseMatrix> finer =
            model.space().order() == 2 ? List.of(model.space().fromLinear()) : List.of();
        final BackwardDifferences integrator =
            new BackwardDifferences(mass, stiffness, finer, steps, progress);
        final BackwardDifferences.Report report =
            integrator.run(missingAtStart(), stops, this::accepted, progress);
        return new DiffusionResult(maps, array(times), curves(), probeCrossings.times(), array(means),
            groups.stream().map(recorder -> recorder.uptakes(concentrations)).toList(), balance(), report);
    }

    /** Where no source is in reach nothing will come in, and so nothing is missing. */
    private double[] missingAtStart() {
        final double[] missing = new double[reached.length];
        Arrays.setAll(missing, node -> reached[node] ? model.source().concentration() : 0);
        return missing;
    }

    private void accepted(final double time, final double[] missing, final double outflow) {
        final double source = model.source().concentration();
        Arrays.setAll(concentrations, node -> reached[node] ? source - missing[node] : 0);
        times.add(time);
        means.add(all.add(time, concentrations)[0]);
        groups.forEach(recorder -> recorder.add(time, concentrations));
        final double[] at = request.probes().stream().mapToDouble(probe -> probe.value(concentrations)).toArray();
        probeValues.add(at);
        probeCrossings.add(time, at);
        if (maps.size() < request.outputTimes().length && time == request.outputTimes()[maps.size()]) {
            maps.add(concentrations.clone());
        }
        inflow = outflow;
    }

    private List<double[]> curves() {
        final List<double[]> curves = new ArrayList<>();
        for (int probe = 0; probe < request.probes().size(); probe++) {
            final int index = probe;
            curves.add(probeValues.stream().mapToDouble(values -> values[index]).toArray());
        }
        return curves;
    }

    private static double[] array(final List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private DiffusionResult.Balance balance() {
        double capacity = 0;
        double connected = 0;
        for (int node = 0; node < reached.length; node++) {
            capacity += capacities[node];
            connected += reached[node] ? capacities[node] : 0;
        }
        final double[] lengths = new FacetAssembly(model.space(), model.boundary()).measures();
        final double[] transfer = model.transfer();
        double touching = 0;
        for (int facet = 0; facet < lengths.length; facet++) {
            touching += transfer[facet] > 0 ? lengths[facet] : 0;
        }
        return new DiffusionResult.Balance(RowChunks.dot(capacities, concentrations), inflow,
            capacity * model.source().concentration(), touching, capacity > 0 ? connected / capacity : 0);
    }
}
