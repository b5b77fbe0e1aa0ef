// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.edge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * Spatial resolution of a tomogram by the width of particle edges: full width at half maximum of the derivative of
 * profiles across edges, mean and standard deviation over several of them (Häusler et al. 2026, Fig. S8). The paper
 * chose ten edges by hand and used a spline; here edges are chosen automatically, and both a spline and an error
 * function are used. An edge of a particle is itself not sharper than what is measured: the width is that of optics,
 * reconstruction, voxels and particle together, an upper bound of the resolution.
 *
 * <p>Edges are taken in an order that looks random, decided by the seed, among all that are strong, straight, isolated
 * and have a plateau on both sides; taking the strongest gradients would prefer the edges that noise made sharper. With
 * labels each particle gives one edge at most.
 *
 * <p>Looks at 512 cells of 64³ voxels at most, so the volume may have any size; same result for any number of threads.
 */
public final class EdgeResolution {

    private static final int BATCH = 8;

    private EdgeResolution() {
    }

    /**
     * What was found.
     *
     * @param edges that were taken, as many as wanted or fewer; unmodifiable
     * @param candidates voxels on strong edges
     * @param rejected how many of those that were tried were not taken, and why
     */
    public record Report(List<MeasuredEdge> edges, int candidates, Map<EdgeRejection, Integer> rejected) {

        /** Widths of fitted error functions, µm. */
        public Spread erfWidth() {
            return spread(MeasuredEdge::erfWidth);
        }

        /** Widths of splines, µm. */
        public Spread splineWidth() {
            return spread(MeasuredEdge::splineWidth);
        }

        /** Any number of the edges. */
        public Spread spread(final ToDoubleFunction<MeasuredEdge> value) {
            return Spread.of(edges.stream().mapToDouble(value).toArray());
        }

        /** Why edges were not taken: "3 not straight, 1 too near to the border"; empty where all were. */
        public String reasons() {
            return rejected.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey().label())
                .collect(Collectors.joining(", "));
        }
    }

    /**
     * Finds and measures edges between any two grey values.
     *
     * @throws org.electrode4d.segmentation.SegmentationException never for a volume without edges, whose report is
     * empty
     */
    public static Report of(final Volume volume, final EdgeSettings settings, final Progress progress) {
        return measure(volume, new EdgeCandidates(volume, null, settings), settings, progress);
    }

    /**
     * Finds and measures edges at the surface of particles, one per particle at most.
     *
     * @param labels of particles, or a mask, which is one particle; 0 elsewhere
     * @throws org.electrode4d.segmentation.SegmentationException if the volumes are not alike or these are no labels
     */
    public static Report of(final Volume volume, final Volume labels, final EdgeSettings settings,
        final Progress progress) {
        Masks.requireAlike(volume, Masks.requireIntegers(labels, "the particles"));
        return measure(volume, new EdgeCandidates(volume, LabelVolume.of(labels), settings), settings, progress);
    }

    private static Report measure(final Volume volume, final EdgeCandidates search, final EdgeSettings settings,
        final Progress progress) {
        final List<EdgeCandidate> candidates = search.find(progress.part(0, 0.8));
        final EdgeMeasurement measurement = new EdgeMeasurement(volume, settings);
        final Selection selection = new Selection(settings, settings.separation() * measurement.voxel());
        final int batch = BATCH * settings.edges();
        for (int first = 0; first < candidates.size() && !selection.isComplete(); first += batch) {
            final int from = first;
            final int count = Math.min(batch, candidates.size() - first);
            Blocks.map(count, progress.part(0.8, 1), "Measuring edges of " + volume.name(),
                i -> measurement.measure(candidates.get(from + i))).forEach(selection::offer);
        }
        return new Report(List.copyOf(selection.edges), candidates.size(),
            Collections.unmodifiableMap(selection.rejected));
    }

    /** Takes edges one by one, in the order of the candidates. */
    private static final class Selection {

        private final EdgeSettings settings;
        private final double separation;
        private final List<MeasuredEdge> edges = new ArrayList<>();
        private final Set<Integer> labels = new HashSet<>();
        private final Map<EdgeRejection, Integer> rejected = new EnumMap<>(EdgeRejection.class);

        Selection(final EdgeSettings settings, final double separation) {
            this.settings = settings;
            this.separation = separation;
        }

        boolean isComplete() {
            return edges.size() >= settings.edges();
        }

        void offer(final EdgeMeasurement.Outcome outcome) {
            if (isComplete()) {
                return;
            }
            if (outcome.rejection() != null) {
                rejected.merge(outcome.rejection(), 1, Integer::sum);
            } else if (isTaken(outcome.edge())) {
                rejected.merge(EdgeRejection.TAKEN, 1, Integer::sum);
            } else {
                edges.add(outcome.edge());
                labels.add(outcome.edge().label());
            }
        }

        private boolean isTaken(final MeasuredEdge edge) {
            return edge.label() != 0 && labels.contains(edge.label())
                || edges.stream().anyMatch(other -> other.position().distance(edge.position()) < separation);
        }
    }
}
