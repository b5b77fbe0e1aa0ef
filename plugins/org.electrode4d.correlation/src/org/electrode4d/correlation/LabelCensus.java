// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;

/**
 * Counts the voxels of every label in one pass over the volume, block by block: memory goes with the number of labels.
 * Coordinates are summed as integers, hence the result is exact and independent of the blocks.
 */
final class LabelCensus {

    private static final int EDGE = 128;

    private final LabelVolume labels;

    private LabelCensus(final LabelVolume labels) {
        this.labels = labels;
    }

    /** All labels above zero, in ascending order. */
    static List<LabelExtent> of(final LabelVolume labels, final Progress progress) {
        final LabelCensus census = new LabelCensus(labels);
        final Shape shape = labels.volume().shape();
        final Map<Integer, Tally> all = new TreeMap<>();
        final int layers = (int)((shape.z() + EDGE - 1) / EDGE);
        for (int layer = 0; layer < layers; layer++) {
            final long z = (long)layer * EDGE;
            final Shape part = new Shape(shape.x(), shape.y(), Math.min(EDGE, shape.z() - z));
            final List<Block> blocks = Blocks.tile(part, EDGE).stream().map(block -> block.translate(0, 0, z))
                .toList();
            Blocks.map(blocks, progress.part(layer / (double)layers, (layer + 1.0) / layers),
                "Counting the voxels of labels", census::count).forEach(counted -> counted.forEach((label, tally) ->
                    all.computeIfAbsent(label, l -> new Tally()).add(tally)));
        }
        return all.entrySet().stream().map(entry -> entry.getValue().extent(entry.getKey())).toList();
    }

    private Map<Integer, Tally> count(final Block block) {
        final int[] ids = new int[block.voxels()];
        labels.read(block, ids);
        final Map<Integer, Tally> counted = new HashMap<>();
        for (int row = 0; row < block.sizeY() * block.sizeZ(); row++) {
            final long y = block.minY() + row % block.sizeY();
            final long z = block.minZ() + row / block.sizeY();
            final int end = (row + 1) * block.sizeX();
            int from = row * block.sizeX();
            while (from < end) {
                int to = from + 1;
                while (to < end && ids[to] == ids[from]) {
                    to++;
                }
                if (ids[from] > 0) {
                    counted.computeIfAbsent(ids[from], l -> new Tally())
                        .addRun(block.minX() + from - (long)row * block.sizeX(), to - from, y, z);
                }
                from = to;
            }
        }
        return counted;
    }

    /** Sums over the voxels of one label. */
    private static final class Tally {

        private final long[] min = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};
        private final long[] max = {Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE};
        private final long[] sum = new long[3];
        private long count;

        void addRun(final long x, final int length, final long y, final long z) {
            count += length;
            sum[0] += length * (2 * x + length - 1) / 2;
            sum[1] += length * y;
            sum[2] += length * z;
            include(new long[] {x, y, z}, new long[] {x + length - 1, y, z});
        }

        void add(final Tally other) {
            count += other.count;
            for (int i = 0; i < 3; i++) {
                sum[i] += other.sum[i];
            }
            include(other.min, other.max);
        }

        private void include(final long[] low, final long[] high) {
            for (int i = 0; i < 3; i++) {
                min[i] = Math.min(min[i], low[i]);
                max[i] = Math.max(max[i], high[i]);
            }
        }

        LabelExtent extent(final int label) {
            final Block box = new Block(min[0], min[1], min[2], (int)(max[0] - min[0] + 1),
                (int)(max[1] - min[1] + 1), (int)(max[2] - min[2] + 1));
            final double n = count;
            return new LabelExtent(label, box, new Point(sum[0] / n, sum[1] / n, sum[2] / n), count);
        }
    }
}
