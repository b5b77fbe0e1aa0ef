// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;

/**
 * All nodes of one level of the pyramid: first from the start field, then the failed ones from their neighbours, and
 * those that fail still from a search.
 */
final class LevelCorrelation {

    /** What a node must reach that was found by looking everywhere: by chance alone some place always fits best. */
    private static final double LEAST_ZNCC_OF_SEARCH = 0.5;
    /** Parts of the progress: up to the end of the first pass, of the second chances, of the search. */
    private static final double FIRST = 0.8;
    private static final double CHANCES = 0.88;
    private static final double SEARCH = 0.96;

    private final CorrelationRun run;
    private final LocalCorrelationSettings settings;
    private final LevelVolumes volumes;
    private final Binning binning;
    private final NodeLevel level;
    private final NodeGrid grid;
    private final DeformationField.Builder builder;

    LevelCorrelation(final CorrelationRun run, final NodeLevel level, final int bin) {
        this.run = run;
        this.level = level;
        settings = run.settings();
        binning = new Binning(bin);
        volumes = run.volumes().binned(binning);
        final VolumePair full = run.volumes().pair();
        grid = settings.placement().place(full.shape(), level.nodeSpacing());
        builder = DeformationField.builder(grid, full.reference().voxelSize()).of(full.reference());
    }

    /**
     * @param start where it is not defined, nodes end as {@link NodeStatus#BAD_START} and get their second chance
     * @param first whether this is the first level, of which all nodes may be searched for
     */
    DeformationField run(final DeformationField start, final boolean first, final Progress progress) {
        SortedMap<Integer, Transformation> starts = new TreeMap<>();
        for (int node = 0; node < grid.size(); node++) {
            starts.put(node, start.at(grid.position(node)));
        }
        final boolean all = first && settings.search().nodes() == StartSearch.FIRST_LEVEL;
        if (all) {
            starts.putAll(search(starts, progress.part(0, FIRST / 2)));
        }
        correlate(starts, true, -1, progress.part(all ? FIRST / 2 : 0, FIRST));
        final Propagation propagation = new Propagation(grid, level.halfWindow(), start);
        giveChances(propagation, progress.part(FIRST, CHANCES));
        starts = failed(start);
        if (settings.search().nodes() != StartSearch.NONE && !starts.isEmpty()) {
            final long before = builder.build().count(NodeStatus.CONVERGED);
            final SortedMap<Integer, Transformation> found = search(starts, progress.part(CHANCES, SEARCH));
            correlate(found, false, LEAST_ZNCC_OF_SEARCH, progress.part(SEARCH, (1 + SEARCH) / 2));
            if (builder.build().count(NodeStatus.CONVERGED) > before) {
                giveChances(propagation, progress.part((1 + SEARCH) / 2, 1));
            }
        }
        progress.report(1, label(""));
        return builder.build();
    }

    private String label(final String pass) {
        return "Node spacing " + level.nodeSpacing() + pass;
    }

    private void giveChances(final Propagation propagation, final Progress progress) {
        final int chances = settings.secondChances();
        for (int chance = 0; chance < chances; chance++) {
            final SortedMap<Integer, Transformation> starts = propagation.next(builder.build());
            if (starts.isEmpty()) {
                return;
            }
            correlate(starts, false, -1, progress.part(chance / (double)chances, (chance + 1.0) / chances));
        }
    }

    /** Nodes that another start may cure, with the start they had; one that was no map becomes the identity. */
    private SortedMap<Integer, Transformation> failed(final DeformationField start) {
        final SortedMap<Integer, Transformation> failed = new TreeMap<>();
        for (final int node : Propagation.curable(builder.build())) {
            final Transformation map = start.at(grid.position(node));
            failed.put(node, map.isFinite() && map.determinant() > 0 ? map : Transformation.IDENTITY);
        }
        return failed;
    }

    /** Where windows fit best; nodes of which nothing can be compared are left out. */
    private SortedMap<Integer, Transformation> search(final SortedMap<Integer, Transformation> starts,
        final Progress progress) {
        final List<NodeTask> tasks = tasks(starts).stream().filter(task -> !task.isEmpty()
            && task.start().determinant() > 0).toList();
        final int range = Math.max(1, settings.search().rangeOf(level) / binning.bin());
        final List<NodeResult> found = new TileSearch(volumes, range, run.checkpoint()).run(tasks,
            progress(progress, ", searching", tasks.size()));
        final SortedMap<Integer, Transformation> places = new TreeMap<>();
        for (int i = 0; i < tasks.size(); i++) {
            if (found.get(i).zncc() > -1) {
                places.put(tasks.get(i).node(), atNode(found.get(i), tasks.get(i)).transformation());
            }
        }
        return places;
    }

    private NodeProgress progress(final Progress progress, final String pass, final int nodes) {
        return new NodeProgress(progress, label(pass), nodes, new RemainingTime(System::nanoTime));
    }

    private List<NodeTask> tasks(final SortedMap<Integer, Transformation> starts) {
        final List<NodeTask> tasks = new ArrayList<>();
        starts.forEach((node, start) -> tasks.add(NodeTask.of(node, binning.toBinned(grid.position(node)),
            start.scaled(1.0 / binning.bin()), level.halfWindow() / binning.bin(), volumes.pair().shape())));
        return tasks;
    }

    /**
     * Correlates some nodes.
     *
     * @param first whether results count that did not converge; later they would replace what the first pass says
     * @param leastZncc with which a node counts as converged, if the settings do not ask for more
     */
    private void correlate(final SortedMap<Integer, Transformation> starts, final boolean first,
        final double leastZncc, final Progress progress) {
        final List<NodeTask> tasks = tasks(starts);
        final NodeResult[] results = new TileCorrelation(volumes, settings, run.checkpoint(), grid.size()).run(tasks,
            progress(progress, first ? "" : ", second chances", tasks.size()));
        for (final NodeTask task : tasks) {
            final NodeResult result = reliable(atNode(results[task.node()], task),
                Math.max(leastZncc, settings.minimumZncc()));
            if (first || result.status() == NodeStatus.CONVERGED) {
                builder.set(task.node(), result);
            }
        }
    }

    private static NodeResult reliable(final NodeResult result, final double leastZncc) {
        final boolean poor = result.status() == NodeStatus.CONVERGED && !(result.zncc() >= leastZncc);
        return poor ? new NodeResult(result.transformation(), NodeStatus.DIVERGED, result.zncc(), result.residual(),
            result.iterations(), result.deltaPhiNorm(), result.uncertainty()) : result;
    }

    /** From the window's centre back to the node, and to unbinned voxels. */
    private NodeResult atNode(final NodeResult result, final NodeTask task) {
        final Point position = binning.toBinned(grid.position(task.node()));
        return result.with(result.transformation().recentred(task.centre(), position).scaled(binning.bin()));
    }
}
