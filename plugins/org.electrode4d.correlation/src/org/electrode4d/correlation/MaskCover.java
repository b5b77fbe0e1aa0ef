// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.electrode4d.correlation.kernel.Patch;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/** How much of a window, or of everything, a mask covers. */
final class MaskCover {

    private static final int VOXELS_AT_A_TIME = 1 << 20;

    private MaskCover() {
    }

    /** @throws CorrelationException if the mask is zero everywhere; looks no further than the first other voxel */
    static void requireAny(final Volume mask, final Progress progress) {
        for (final Block block : blocks(mask)) {
            progress.check();
            final float[] values = new float[block.voxels()];
            mask.read(block, values);
            for (final float value : values) {
                if (value != 0) {
                    return;
                }
            }
        }
        throw new CorrelationException("The mask " + mask.name() + " covers nothing: all its " + mask.shape()
            + " voxels are 0. Choose another mask or label, or correlate without one.");
    }

    /** Blocks that cover the volume, along its chunks. */
    static List<Block> blocks(final Volume volume) {
        final Shape shape = volume.shape();
        final int[] chunk = volume.chunkSize();
        final int x = (int)Math.min(chunk[0], Math.min(shape.x(), VOXELS_AT_A_TIME));
        final int y = (int)Math.min(chunk[1], Math.min(shape.y(), Math.max(1, VOXELS_AT_A_TIME / x)));
        final int z = (int)Math.min(chunk[2], Math.min(shape.z(), Math.max(1, VOXELS_AT_A_TIME / x / y)));
        return Blocks.tile(shape, x, y, z);
    }

    /**
     * The tasks of which enough voxels are in the mask: reads nothing else.
     *
     * @param part of the complete window that must be
     */
    static List<NodeTask> covered(final Volume mask, final Tile tile, final double part, final Progress progress) {
        final Patch inside = Patch.load(mask, tile.window(), Optional.empty(), progress);
        final List<Long> counts = Blocks.map(tile.tasks().size(), progress, "Looking at the mask",
            i -> count(inside, tile.tasks().get(i).window()));
        final List<NodeTask> covered = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            final NodeTask task = tile.tasks().get(i);
            if (counts.get(i) > 0 && counts.get(i) >= part * task.frame().voxels()) {
                covered.add(task);
            }
        }
        return covered;
    }

    private static long count(final Patch mask, final Block window) {
        final Block block = mask.block();
        long count = 0;
        for (long z = window.minZ(); z < window.endZ(); z++) {
            for (long y = window.minY(); y < window.endY(); y++) {
                final long row = ((z - block.minZ()) * block.sizeY() + y - block.minY()) * block.sizeX();
                final int first = (int)(row + window.minX() - block.minX());
                for (int i = first; i < first + window.sizeX(); i++) {
                    count += mask.values()[i] != 0 ? 1 : 0;
                }
            }
        }
        return count;
    }
}
