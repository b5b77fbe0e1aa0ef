// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.electrode4d.correlation.kernel.CubicSampler;
import org.electrode4d.correlation.kernel.Patch;
import org.electrode4d.correlation.kernel.RowSampler;
import org.electrode4d.correlation.kernel.SplineCoefficients;
import org.electrode4d.correlation.kernel.TrilinearSampler;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;

/**
 * Correlates windows tile by tile: as many neighbouring windows as the memory allows share one block of either volume,
 * which is read once; the threads share the block, so that memory does not grow with their number. Finished tiles go
 * to the checkpoint, and come from there if they are in it.
 */
final class TileCorrelation {

    private final LevelVolumes volumes;
    private final LocalCorrelationSettings settings;
    private final Optional<Checkpoint> checkpoint;
    private final NodeResult[] results;

    /** @param nodes of the grid */
    TileCorrelation(final LevelVolumes volumes, final LocalCorrelationSettings settings,
        final Optional<Checkpoint> checkpoint, final int nodes) {
        this.volumes = volumes;
        this.settings = settings;
        this.checkpoint = checkpoint;
        results = new NodeResult[nodes];
    }

    /** @return by node, about the window's centre; null for nodes without a task */
    NodeResult[] run(final List<NodeTask> tasks, final NodeProgress progress) {
        final List<NodeTask> usable = new ArrayList<>();
        for (final NodeTask task : tasks) {
            unusable(task).ifPresentOrElse(status -> results[task.node()] = NodeResult.of(task.start(), status),
                () -> usable.add(task));
        }
        progress.skip(tasks.size() - usable.size());
        final int arrays = settings.convergence().accuracy() == Accuracy.EXACT ? 2 : 1;
        for (final Tile tile : Tile.divide(usable, arrays, settings.memory())) {
            finish(tile, progress);
        }
        return results;
    }

    /** What stands in the way of a comparison without a look at the voxels. */
    private Optional<NodeStatus> unusable(final NodeTask task) {
        if (!task.start().isFinite() || !(task.start().determinant() > 0)) {
            return Optional.of(NodeStatus.BAD_START);
        } else if (task.isEmpty()) {
            return Optional.of(NodeStatus.REFUSED);
        }
        return Optional.empty();
    }

    private void finish(final Tile tile, final NodeProgress progress) {
        progress.check();
        final String key = checkpoint.isEmpty() ? "" : TaskHash.of("tile", volumes, tile.tasks());
        final Optional<List<NodeResult>> known = checkpoint.flatMap(c -> c.find(key));
        if (known.isPresent()) {
            take(tile.tasks(), known.get());
            progress.skip(tile.tasks().size());
            return;
        }
        correlate(tile, progress);
        checkpoint.ifPresent(c -> c.add(key, tile.tasks().stream().map(task -> results[task.node()]).toList()));
        progress.finish(tile.tasks().size());
    }

    private void take(final List<NodeTask> tasks, final List<NodeResult> found) {
        for (int i = 0; i < found.size(); i++) {
            results[tasks.get(i).node()] = found.get(i);
        }
    }

    /** The mask and empty slices first: they may spare the rest. */
    private void correlate(final Tile tile, final NodeProgress progress) {
        final double part = settings.convergence().minimumCoverage();
        final List<NodeTask> covered = volumes.mask().isEmpty() ? tile.tasks()
            : MaskCover.covered(volumes.mask().get(), tile, part, progress.silent());
        tile.tasks().forEach(task -> results[task.node()] = NodeResult.of(task.start(), NodeStatus.REFUSED));
        final List<NodeTask> textured = new ArrayList<>();
        for (final NodeTask task : covered) {
            if (volumes.flatReference().countIn(task.window()) > (1 - part) * task.window().sizeZ()) {
                results[task.node()] = NodeResult.of(task.start(), NodeStatus.SINGULAR);
            } else {
                textured.add(task);
            }
        }
        if (!textured.isEmpty()) {
            compare(Tile.of(textured), progress);
        }
    }

    private void compare(final Tile tile, final NodeProgress progress) {
        final Patch reference = volumes.reference(tile.window(), progress.silent());
        final Patch deformed = volumes.deformed(tile.search(), progress.silent());
        final List<RowSampler> samplers = new ArrayList<>();
        samplers.add(new TrilinearSampler(deformed));
        if (settings.convergence().accuracy() == Accuracy.EXACT) {
            samplers.add(new CubicSampler(SplineCoefficients.of(deformed, progress.silent())));
        }
        final Progress block = progress.block(tile.tasks().size());
        take(tile.tasks(), Blocks.map(tile.tasks().size(), block, "Correlating windows",
            i -> tile.tasks().get(i).run(reference, samplers, settings.convergence(), block)));
    }
}
