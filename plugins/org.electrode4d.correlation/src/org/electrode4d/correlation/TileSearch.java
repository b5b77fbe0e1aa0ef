// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;

/** Searches the start values of some nodes, in groups that go to the checkpoint or come from it. */
final class TileSearch {

    private static final int GROUP = 32;

    private final LevelVolumes volumes;
    private final int range;
    private final Optional<Checkpoint> checkpoint;

    /** @param range voxels of the level's volumes */
    TileSearch(final LevelVolumes volumes, final int range, final Optional<Checkpoint> checkpoint) {
        this.volumes = volumes;
        this.range = range;
        this.checkpoint = checkpoint;
    }

    /** The tasks whose window was found, started from there. */
    List<NodeResult> run(final List<NodeTask> tasks, final NodeProgress progress) {
        final List<NodeResult> found = new ArrayList<>();
        for (int first = 0; first < tasks.size(); first += GROUP) {
            progress.check();
            final List<NodeTask> group = tasks.subList(first, Math.min(tasks.size(), first + GROUP));
            final String key = checkpoint.isEmpty() ? "" : TaskHash.of("search " + range, volumes, group);
            final Optional<List<NodeResult>> known = checkpoint.flatMap(c -> c.find(key));
            if (known.isPresent()) {
                found.addAll(known.get());
                progress.skip(group.size());
                continue;
            }
            final Progress block = progress.block(group.size());
            final List<NodeResult> results = Blocks.map(group.size(), block, "Searching",
                i -> search(group.get(i), block));
            checkpoint.ifPresent(c -> c.add(key, results));
            found.addAll(results);
            progress.finish(group.size());
        }
        return found;
    }

    /** ZNCC is NaN where there was nothing to compare; the start value is then what it was. */
    private NodeResult search(final NodeTask task, final Progress progress) {
        return new WindowSearch(volumes, task, range, progress).run()
            .orElseGet(() -> NodeResult.of(task.start(), NodeStatus.NOT_RUN));
    }
}
