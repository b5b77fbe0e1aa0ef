// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.electrode4d.transport.flux.Conductors;
import org.electrode4d.transport.flux.FluxBoundary;
import org.electrode4d.transport.flux.FluxResult;
import org.electrode4d.transport.flux.FluxSettings;
import org.electrode4d.transport.flux.SteadyFlux;
import org.electrode4d.transport.geodesic.GeodesicPaths;
import org.electrode4d.transport.geodesic.PathMetric;
import org.electrode4d.transport.geodesic.TortuosityConvention;
import org.electrode4d.transport.phase.AreaEstimator;
import org.electrode4d.transport.phase.PhaseMeasurement;
import org.electrode4d.transport.phase.PhaseSettings;
import org.electrode4d.transport.phase.PhaseTriple;
import org.electrode4d.transport.phase.SampleStatistics;
import org.electrode4d.transport.proximity.DistanceConvention;
import org.electrode4d.transport.proximity.DistancePoints;
import org.electrode4d.transport.proximity.DistanceSettings;
import org.electrode4d.transport.proximity.PhaseDistances;
import org.electrode4d.volume.LabelMask;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeFace;

/**
 * One transport analysis of ours in a process of its own; see {@link TransportPeers}. Arguments: task, structure,
 * tiles. Done twice: with a cold compiler, and again. Tells the numbers that {@code benchmarks/peers/transport.py}
 * tells, under the same names. Voxels have an edge of 1 µm, so that lengths are in voxels.
 */
final class TransportTask {

    private final String structure;
    private final int tiles;

    private TransportTask(final String structure, final int tiles) {
        this.structure = structure;
        this.tiles = tiles;
    }

    public static void main(final String[] arguments) throws IOException {
        final TransportTask task = new TransportTask(arguments[1], Integer.parseInt(arguments[2]));
        ChildJvm.tell("cold", task.measure(arguments[0]));
        try (PeakMemory memory = PeakMemory.watching()) {
            ChildJvm.tell("cpu", task.measure(arguments[0]));
            ChildJvm.tell("resident", memory.residentBytes());
        }
    }

    /** CPU seconds; tells the results as well. */
    private double measure(final String task) throws IOException {
        final Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (ScratchSpace input = ScratchSpace.open(Long.MAX_VALUE, temporary);
            ScratchSpace scratch = ScratchSpace.open(Long.MAX_VALUE, temporary)) {
            // the tiles of diffusion are refinements of its mesh
            final Volume volume = StructureFiles.open(structure, task.equals("region") ? 1 : tiles, input);
            final Measured<Map<String, Double>> measured = Measured.of(() -> numbers(task, volume, scratch));
            measured.value().forEach(ChildJvm::tell);
            ChildJvm.tell("wall", measured.wall());
            return measured.cpu();
        }
    }

    private Map<String, Double> numbers(final String task, final Volume volume, final ScratchSpace scratch) {
        try {
            return switch (task) {
                case "paths26" -> paths(volume, PathMetric.CORNERS);
                case "paths6" -> paths(volume, PathMetric.FACES);
                case "eikonal1" -> paths(volume, PathMetric.FAST_MARCHING);
                case "eikonal2" -> paths(volume, PathMetric.FAST_MARCHING_SECOND_ORDER);
                case "flux" -> flux(volume, Conductors.of(1), FluxSettings.along(2), scratch);
                case "flux-periodic" -> flux(volume, Conductors.of(1), FluxSettings.along(2).withPeriodicSides(true),
                    scratch);
                case "flux-phases" -> flux(volume, Conductors.of(Map.of(1, 1.0, 2, 0.1)), FluxSettings.along(2),
                    scratch);
                case "flux-layers" -> flux(volume, Conductors.of(1),
                    FluxSettings.along(2).withBoundary(FluxBoundary.LAYERS), scratch);
                case "phases" -> phases(volume);
                case "surface" -> Map.of("area", measured(volume, AreaEstimator.MARCHING_CUBES).surface(1));
                case "surface-crofton" -> Map.of("area", measured(volume, AreaEstimator.CROFTON).surface(1));
                case "triple" -> triple(volume);
                case "distances" -> distances(volume, DistancePoints.BOUNDARY_VOXELS, scratch);
                case "distances-surface" -> distances(volume, DistancePoints.SURFACE, scratch);
                default -> DiffusionTask.numbers(task, volume, tiles - 1);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Double> paths(final Volume pore, final PathMetric metric) throws IOException {
        final GeodesicPaths paths = GeodesicPaths.of(pore, VolumeFace.FIRST_Z, metric, Progress.NONE);
        final int last = paths.slices() - 1;
        return Map.of("reachable", (double)paths.reachableVoxels(), "tau_middle", tortuosity(paths, last / 2),
            "tau_last", tortuosity(paths, last));
    }

    private static double tortuosity(final GeodesicPaths paths, final int slice) throws IOException {
        return paths.slice(slice, TortuosityConvention.DEFAULT, Progress.NONE).tortuosity().mean();
    }

    private static Map<String, Double> flux(final Volume labels, final Conductors conductors,
        final FluxSettings settings, final ScratchSpace scratch) throws IOException {
        final FluxResult result = SteadyFlux.of(LabelVolume.of(labels), conductors, settings, scratch, Progress.NONE)
            .result();
        return Map.of("d_eff", result.effectiveDiffusivity(), "iterations", (double)result.convergence().iterations(),
            "tau", settings.boundary() == FluxBoundary.LAYERS ? result.percolatingTortuosityFactor()
                : result.tortuosityFactor());
    }

    private static PhaseMeasurement measured(final Volume labels, final AreaEstimator estimator) {
        return PhaseMeasurement.of(labels, new PhaseSettings(2, estimator, false, 1), Progress.NONE);
    }

    private static Map<String, Double> phases(final Volume labels) {
        final PhaseMeasurement phases = measured(labels, AreaEstimator.CROFTON);
        final SampleStatistics slices = phases.slices(0);
        return Map.of("fraction", phases.fraction(0), "slice_min", slices.min(), "slice_max", slices.max(),
            "slice_sd", slices.standardDeviation());
    }

    /** Edges of voxels around which pore, binder with SEI, and solids meet, by the inner edges. */
    private static Map<String, Double> triple(final Volume labels) {
        final Volume three = DiffusionTask.relabelled(labels, 0, 1, 2, 2, 1);
        final PhaseMeasurement phases = measured(three, AreaEstimator.CROFTON);
        final Shape n = labels.shape();
        final long inner = n.x() * (n.y() - 1) * (n.z() - 1) + (n.x() - 1) * n.y() * (n.z() - 1)
            + (n.x() - 1) * (n.y() - 1) * n.z();
        return Map.of("edges_per_inner_edge", phases.tripleLine(new PhaseTriple(0, 1, 2)).longest() / inner);
    }

    private static Map<String, Double> distances(final Volume labels, final DistancePoints points,
        final ScratchSpace scratch) throws IOException {
        final PhaseDistances distances = PhaseDistances.of(mask(labels, 1), mask(labels, 2),
            new DistanceSettings(points, DistanceConvention.CENTRES, 1, 1), scratch, Progress.NONE);
        final Map<String, Double> numbers = new TreeMap<>();
        numbers.put("mean_there", distances.there().mean());
        numbers.put("max_there", distances.there().max());
        numbers.put("mean_back", distances.back().mean());
        numbers.put("max_back", distances.back().max());
        numbers.put("hausdorff", distances.hausdorff());
        return numbers;
    }

    private static Volume mask(final Volume labels, final int label) {
        return LabelMask.of(LabelVolume.of(labels), label);
    }
}
