// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.NumberText;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.transport.geodesic.DepthInterval;
import org.electrode4d.transport.geodesic.GeodesicPaths;
import org.electrode4d.transport.geodesic.PathMetric;
import org.electrode4d.transport.geodesic.ReachablePore;
import org.electrode4d.transport.geodesic.ShortestPath;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.node.ExecutionContext;

/**
 * What was measured in a scan.
 *
 * @param step which scan
 * @param results one for each kind of paths, in their order
 */
record TortuosityScan(ScanStep step, List<Result> results) {

    /**
     * Of one kind of paths.
     *
     * @param metric how the length is measured
     * @param tortuosity the stored volume
     * @param profile with depth
     * @param pore the amount of pore
     * @param through the shortest path to the opposite face; nothing if none leads there
     * @param listed the path that was asked for; nothing if it was not, or if none leads there
     */
    record Result(PathMetric metric, VolumeCell tortuosity, List<DepthInterval> profile, Pore pore,
        Through through, Optional<ShortestPath> listed) {
    }

    /**
     * The amount of pore.
     *
     * @param voxels of all pores
     * @param reachableVoxels of these
     * @param part of the volume that is pore
     * @param reachable volume and surface of what can be reached
     */
    record Pore(long voxels, long reachableVoxels, double part, ReachablePore reachable) {
    }

    /**
     * How far paths lead.
     *
     * @param deepest that is reached, in µm; NaN if nothing is
     * @param thickness from the first to the last slice, in µm
     * @param length of the shortest path to the last slice, in µm; infinity if none leads there
     * @param last the last slice
     */
    record Through(double deepest, double thickness, double length, DepthInterval last) {
    }

    static TortuosityScan measure(final ScanStep step, final Volume mask,
        final GeometricTortuosityNodeParameters parameters, final Work work) throws IOException {
        final List<Result> results = new ArrayList<>();
        final List<PathMetric> metrics = parameters.m_paths.metrics;
        for (int i = 0; i < metrics.size(); i++) {
            final Progress part =
                work.progress.part(i / (double)metrics.size(), (i + 1) / (double)metrics.size());
            results.add(measure(mask, metrics.get(i), parameters, new Work(work.context, work.warnings, part)));
        }
        final TortuosityScan scan = new TortuosityScan(step, results);
        scan.warn(parameters, work.warnings);
        return scan;
    }

    /** What the work on a scan needs besides. */
    record Work(ExecutionContext context, Warnings warnings, Progress progress) {
    }

    private static Result measure(final Volume mask, final PathMetric metric,
        final GeometricTortuosityNodeParameters parameters, final Work work) throws IOException {
        final Progress progress = work.progress;
        final GeodesicPaths paths =
            GeodesicPaths.of(mask, parameters.m_entry.face, metric, progress.part(0, 0.6));
        final int slices = GeometricTortuosityNodeParameters.slices(parameters.m_interval, paths.sliceDistance());
        final List<DepthInterval> profile =
            paths.profile(parameters.convention(), Math.max(1, slices), progress.part(0.6, 0.8));
        final Pore pore = new Pore(paths.poreVoxels(), paths.reachableVoxels(),
            paths.poreVoxels() / (double)mask.shape().voxels(), paths.reachablePore(progress.part(0.8, 0.85)));
        final Volume tortuosity = new VolumeDisplay("-", false, 1).on(paths.tortuosity(parameters.convention()));
        return new Result(metric, VolumeStorage.store(tortuosity, work.context, progress.part(0.85, 1)), profile, pore,
            through(paths, parameters, progress), listed(paths, parameters));
    }

    private static Through through(final GeodesicPaths paths, final GeometricTortuosityNodeParameters parameters,
        final Progress progress) throws IOException {
        final int last = paths.slices() - 1;
        final double distance = paths.sliceDistance();
        final double deepest = paths.deepestSlice().isPresent() ? paths.deepestSlice().getAsInt() * distance
            : Double.NaN;
        return new Through(deepest, last * distance, paths.shortestPath(last).map(ShortestPath::length)
            .orElse(Double.POSITIVE_INFINITY), paths.slice(last, parameters.convention(), progress));
    }

    private static Optional<ShortestPath> listed(final GeodesicPaths paths,
        final GeometricTortuosityNodeParameters parameters) {
        if (!parameters.m_listPath || paths.deepestSlice().isEmpty()) {
            return Optional.empty();
        }
        final int wanted = parameters.m_pathDepth == 0 ? paths.deepestSlice().getAsInt()
            : GeometricTortuosityNodeParameters.slices(parameters.m_pathDepth, paths.sliceDistance());
        return wanted < paths.slices() ? paths.shortestPath(wanted) : Optional.empty();
    }

    private void warn(final GeometricTortuosityNodeParameters parameters, final Warnings warnings) {
        final Result first = results.get(0);
        final Pore pore = first.pore;
        final String entry = parameters.m_entry.face.title() + " face";
        final String listed = parameters.m_listPath && first.listed.isEmpty() ? " No path is listed." : "";
        if (pore.voxels == 0) {
            warnings.add(step + " has no pore. Check 'Labels of the pore'." + listed);
        } else if (pore.reachableVoxels == 0) {
            warnings.add("No pore of " + step + " is at the " + entry + ": nothing can be reached, and every "
                + "tortuosity is infinite. Check 'Entry face', or crop the volume to the electrode." + listed);
        } else if (first.through.thickness == 0) {
            warnings.add(step + " has one slice from the " + entry + " on, where every path begins: all tortuosities "
                + "are 1. Choose another 'Entry face', for images one along x or y." + listed);
        } else if (pore.part == 1) {
            warnings.add(step + " is pore everywhere, so that every tortuosity is 1. Set 'Labels of the pore'; the "
                + "pore is 1, not 0, in phases of thresholds." + listed);
        } else if (Double.isInfinite(first.through.length)) {
            warnings.add("No path leads through " + step + " from the " + entry + ": the deepest pore that is reached "
                + "is " + NumberText.of(first.through.deepest) + " µm of " + NumberText.of(first.through.thickness)
                + " µm deep." + listed);
        } else if (!listed.isEmpty()) {
            warnings.add("No path leads to a depth of " + parameters.m_pathDepth + " µm in " + step
                + ", and none is listed: it is " + NumberText.of(first.through.thickness) + " µm deep.");
        }
    }
}
