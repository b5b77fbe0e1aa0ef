// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.electrode4d.correlation.kernel.CubicSampler;
import org.electrode4d.correlation.kernel.Patch;
import org.electrode4d.correlation.kernel.RowSampler;
import org.electrode4d.correlation.kernel.SplineCoefficients;
import org.electrode4d.correlation.kernel.TrilinearSampler;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;

/**
 * Correlates particles tile by tile: neighbouring particles share one block of the deformed volume, as many as the
 * memory allows. The particles of a tile run in parallel; each reads its own box of labels and reference. A particle's
 * result does not depend on the tile it is in.
 */
final class ParticleTiles {

    private static final double LARGEST_ARRAY = 1 << 30;
    private static final double MEBIBYTE = 1 << 20;

    private final VolumePair pair;
    private final LabelVolume labels;
    private final DiscreteSettings settings;
    private final int arrays;
    private final List<String> remarks = new ArrayList<>();
    private Map<Integer, NodeResult> results;
    private int done;
    private int total;

    ParticleTiles(final VolumePair pair, final LabelVolume labels, final DiscreteSettings settings) {
        this.pair = pair;
        this.labels = labels;
        this.settings = settings;
        arrays = settings.convergence().accuracy() == Accuracy.EXACT ? 2 : 1;
    }

    /** What a user should know of particles that were left out. */
    List<String> remarks() {
        return remarks;
    }

    /** @return by the index of the particle */
    Map<Integer, NodeResult> run(final List<ParticleTask> tasks, final Progress progress) {
        results = new TreeMap<>();
        total = tasks.size();
        final List<ParticleTask> filled = new ArrayList<>();
        for (final ParticleTask task : tasks) {
            final Optional<NodeStatus> useless = useless(task);
            if (useless.isPresent()) {
                results.put(task.index(), NodeResult.of(task.start(), useless.get()));
            } else {
                filled.add(task);
            }
        }
        done = total - filled.size();
        divide(filled, progress);
        return results;
    }

    private Optional<NodeStatus> useless(final ParticleTask task) {
        if (!task.start().isFinite()) {
            return Optional.of(NodeStatus.BAD_START);
        } else if (task.isEmpty()) {
            return Optional.of(NodeStatus.REFUSED);
        }
        final double bytes = task.bytes(arrays);
        if (bytes > settings.memory() || ParticleTask.voxels(task.search()) > LARGEST_ARRAY) {
            final Block box = task.particle().box();
            remarks.add(String.format(Locale.ROOT, "Particle %d was left out: its box of %d x %d x %d voxels takes "
                + "%.0f MiB, but the working memory is %.0f MiB.", task.particle().label(), box.sizeX(), box.sizeY(),
                box.sizeZ(), Math.ceil(bytes / MEBIBYTE), settings.memory() / MEBIBYTE));
            return Optional.of(NodeStatus.REFUSED);
        }
        return Optional.empty();
    }

    private void divide(final List<ParticleTask> tasks, final Progress progress) {
        if (tasks.isEmpty()) {
            return;
        }
        final Block search = tasks.stream().map(ParticleTask::search).reduce(Block::hull).orElseThrow();
        final double voxels = ParticleTask.voxels(search);
        if (tasks.size() > 1 && (Float.BYTES * arrays * voxels > settings.memory() || voxels > LARGEST_ARRAY)) {
            final List<ParticleTask> sorted = LongestAxis.sorted(tasks, task -> task.particle().centre(),
                ParticleTask::index);
            divide(sorted.subList(0, tasks.size() / 2), progress);
            divide(sorted.subList(tasks.size() / 2, tasks.size()), progress);
        } else {
            correlate(tasks, search, progress.part(done / (double)total, (done + tasks.size()) / (double)total));
            done += tasks.size();
        }
    }

    private void correlate(final List<ParticleTask> tasks, final Block search, final Progress progress) {
        final Progress still = progress.part(0, 0);
        final Patch deformed = Patch.load(pair.deformed(), search, Optional.empty(), still);
        final List<RowSampler> samplers = new ArrayList<>();
        samplers.add(new TrilinearSampler(deformed));
        if (settings.convergence().accuracy() == Accuracy.EXACT) {
            samplers.add(new CubicSampler(SplineCoefficients.of(deformed, still)));
        }
        final List<NodeResult> found = Blocks.map(tasks.size(), progress, "Correlating particles",
            i -> tasks.get(i).run(pair.reference(), labels, settings, samplers, still));
        for (int i = 0; i < found.size(); i++) {
            results.put(tasks.get(i).index(), found.get(i));
        }
    }
}
