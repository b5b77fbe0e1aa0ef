// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.List;
import org.electrode4d.volume.Block;

/**
 * Neighbouring windows that share one block of either volume.
 *
 * @param tasks never empty
 * @param window the voxels of the reference that the tasks need
 * @param search the voxels of the deformed volume that the tasks need
 */
record Tile(List<NodeTask> tasks, Block window, Block search) {

    /** What a voxel of the reference takes: its value and its gradient. */
    private static final int REFERENCE_ARRAYS = 4;
    private static final double LARGEST_ARRAY = 1 << 30;
    /** Window voxels in a tile: some seconds of one processor, which is what a killed run loses at most. */
    private static final double MOST_WORK = 1 << 25;

    static Tile of(final List<NodeTask> tasks) {
        return new Tile(tasks, tasks.stream().map(NodeTask::window).reduce(Block::hull).orElseThrow().grow(1),
            tasks.stream().map(NodeTask::search).reduce(Block::hull).orElseThrow());
    }

    /**
     * Halves the tasks along the longest side until every tile fits into the memory and is done in some seconds. The
     * division depends on the tasks alone.
     *
     * @param arrays that a voxel of the deformed volume takes: its value, and its spline coefficient if there is one
     * @param memory in bytes; a single window may need more
     */
    static List<Tile> divide(final List<NodeTask> tasks, final int arrays, final long memory) {
        final List<Tile> tiles = new ArrayList<>();
        if (!tasks.isEmpty()) {
            of(tasks).divide(arrays, memory, tiles);
        }
        return tiles;
    }

    private void divide(final int arrays, final long memory, final List<Tile> tiles) {
        final double bytes = Float.BYTES * (REFERENCE_ARRAYS * voxels(window) + arrays * voxels(search));
        final double work = tasks.stream().mapToDouble(task -> voxels(task.window())).sum();
        if (tasks.size() == 1 || bytes <= memory && work <= MOST_WORK
            && Math.max(voxels(window), voxels(search)) <= LARGEST_ARRAY) {
            tiles.add(this);
            return;
        }
        final List<NodeTask> sorted = LongestAxis.sorted(tasks, NodeTask::centre, NodeTask::node);
        of(List.copyOf(sorted.subList(0, tasks.size() / 2))).divide(arrays, memory, tiles);
        of(List.copyOf(sorted.subList(tasks.size() / 2, tasks.size()))).divide(arrays, memory, tiles);
    }

    private static double voxels(final Block block) {
        return (double)block.sizeX() * block.sizeY() * block.sizeZ();
    }
}
