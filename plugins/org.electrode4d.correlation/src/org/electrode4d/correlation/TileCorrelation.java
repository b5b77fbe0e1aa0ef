// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.electrode4d.correlation.kernel.CubicSampler;
import org.electrode4d.correlation.kernel.Patch;
import org.electrode4d.correlation.kernel.RowSampler;
import org.electrode4d.correlation.kernel.SplineCoefficients;
import org.electrode4d.correlation.kernel.TrilinearSampler;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * Correlates windows tile by tile: as many neighbouring windows as the memory allows share one block of either volume,
 * which is read once; the threads share the block, so that memory does not grow with their number. Tiles are halved
 * along their longest side until they fit. A window's result does not depend on the tile it is in.
 */
final class TileCorrelation {

    private static final double LARGEST_ARRAY = 1 << 30;

    private final VolumePair pair;
    private final Optional<Volume> mask;
    private final ConvergenceSettings settings;
    private final long memory;
    private final NodeResult[] results;
    private int done;
    private int total;

    TileCorrelation(final VolumePair pair, final Optional<Volume> mask, final ConvergenceSettings settings,
        final long memory, final int nodes) {
        this.pair = pair;
        this.mask = mask;
        this.settings = settings;
        this.memory = memory;
        results = new NodeResult[nodes];
    }

    /** @return by node, about the window's centre; null for nodes without a task */
    NodeResult[] run(final List<NodeTask> tasks, final Progress progress) {
        total = tasks.size();
        final List<NodeTask> filled = new ArrayList<>();
        for (final NodeTask task : tasks) {
            if (!task.start().isFinite()) {
                results[task.node()] = NodeResult.of(task.start(), NodeStatus.BAD_START);
            } else if (task.isEmpty()) {
                results[task.node()] = NodeResult.of(task.start(), NodeStatus.REFUSED);
            } else {
                filled.add(task);
            }
        }
        done = total - filled.size();
        divide(filled, progress);
        return results;
    }

    private void divide(final List<NodeTask> tasks, final Progress progress) {
        if (tasks.isEmpty()) {
            return;
        }
        final Block window = tasks.stream().map(NodeTask::window).reduce(TileCorrelation::hull).orElseThrow().grow(1);
        final Block search = tasks.stream().map(NodeTask::search).reduce(TileCorrelation::hull).orElseThrow();
        final double largest = Math.max(voxels(window), voxels(search));
        if (tasks.size() > 1 && (bytes(window, search) > memory || largest > LARGEST_ARRAY)) {
            final List<NodeTask> sorted = new ArrayList<>(tasks);
            sorted.sort(Comparator.comparingDouble(alongLongest(tasks)).thenComparingInt(NodeTask::node));
            divide(sorted.subList(0, tasks.size() / 2), progress);
            divide(sorted.subList(tasks.size() / 2, tasks.size()), progress);
        } else {
            correlate(tasks, window, search, progress.part(done / (double)total,
                (done + tasks.size()) / (double)total));
            done += tasks.size();
        }
    }

    private double bytes(final Block window, final Block search) {
        final int arrays = settings.accuracy() == Accuracy.EXACT ? 2 : 1;
        return Float.BYTES * (voxels(window) + arrays * voxels(search));
    }

    private static double voxels(final Block block) {
        return (double)block.sizeX() * block.sizeY() * block.sizeZ();
    }

    private void correlate(final List<NodeTask> tasks, final Block window, final Block search,
        final Progress progress) {
        final Patch reference = Patch.load(pair.reference(), window, mask, silent(progress));
        final Patch deformed = Patch.load(pair.deformed(), search, Optional.empty(), silent(progress));
        final List<RowSampler> samplers = new ArrayList<>();
        samplers.add(new TrilinearSampler(deformed));
        if (settings.accuracy() == Accuracy.EXACT) {
            samplers.add(new CubicSampler(SplineCoefficients.of(deformed, silent(progress))));
        }
        final List<NodeResult> found = Blocks.map(tasks.size(), progress, "Correlating windows",
            i -> tasks.get(i).run(reference, samplers, settings, progress));
        for (int i = 0; i < found.size(); i++) {
            results[tasks.get(i).node()] = found.get(i);
        }
    }

    /** Can be cancelled, but leaves the progress where it is. */
    private static Progress silent(final Progress progress) {
        return new Progress() {
            @Override
            public void check() {
                progress.check();
            }

            @Override
            public void report(final double fraction, final String message) {
                progress.check();
            }
        };
    }

    private static Block hull(final Block a, final Block b) {
        final long x = Math.min(a.minX(), b.minX());
        final long y = Math.min(a.minY(), b.minY());
        final long z = Math.min(a.minZ(), b.minZ());
        return new Block(x, y, z, (int)(Math.max(a.endX(), b.endX()) - x), (int)(Math.max(a.endY(), b.endY()) - y),
            (int)(Math.max(a.endZ(), b.endZ()) - z));
    }

    private static ToDoubleFunction<NodeTask> alongLongest(final List<NodeTask> tasks) {
        final List<ToDoubleFunction<NodeTask>> axes = List.of(t -> t.centre().z(), t -> t.centre().y(),
            t -> t.centre().x());
        ToDoubleFunction<NodeTask> longest = axes.get(0);
        for (final ToDoubleFunction<NodeTask> axis : axes) {
            longest = extent(tasks, axis) > extent(tasks, longest) ? axis : longest;
        }
        return longest;
    }

    private static double extent(final List<NodeTask> tasks, final ToDoubleFunction<NodeTask> axis) {
        return tasks.stream().mapToDouble(axis).max().orElse(0) - tasks.stream().mapToDouble(axis).min().orElse(0);
    }
}
