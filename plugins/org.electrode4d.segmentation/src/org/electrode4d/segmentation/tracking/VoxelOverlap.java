// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * Overlap counted in the labels of two scans: every particle is moved by its displacement, rounded to whole voxels, and
 * its voxels are counted by the label that they meet there. One pass in blocks of 64 voxels; of the later scan each
 * block needs what displacements within it reach, hence memory goes with the block and the differences of displacement.
 * Voxels are counted as integers: the result depends on nothing but the labels.
 */
public final class VoxelOverlap implements Overlap {

    private static final int EDGE = 64;

    private final LabelVolume before;
    private final LabelVolume after;
    private final int edge;

    /** Labels of the two scans that meet. */
    private record Meeting(int from, int to) {
    }

    private VoxelOverlap(final LabelVolume before, final LabelVolume after, final int edge) {
        this.before = before;
        this.after = after;
        this.edge = edge;
    }

    /** @throws SegmentationException if the voxel sizes differ; shapes may differ */
    public static VoxelOverlap of(final LabelVolume before, final LabelVolume after) {
        return inBlocks(before, after, EDGE);
    }

    static VoxelOverlap inBlocks(final LabelVolume before, final LabelVolume after, final int edge) {
        Masks.requireIntegers(before.volume(), "the labels");
        if (!before.volume().voxelSize().equals(after.volume().voxelSize())) {
            throw new SegmentationException(before.volume().name() + " has voxels of " + before.volume().voxelSize()
                + ", but " + after.volume().name() + " of " + after.volume().voxelSize()
                + ". All scans need the same voxel size: resample one.");
        }
        return new VoxelOverlap(before, after, edge);
    }

    @Override
    public Shares of(final Map<Integer, Point> displacements, final Progress progress) {
        final Volume volume = before.volume();
        final Point origins = volume.origin().minus(after.volume().origin());
        final Map<Integer, long[]> shifts = new HashMap<>();
        displacements.forEach((label, displacement) -> {
            final Point voxels = displacement.plus(origins).dividedBy(volume.voxelSize());
            shifts.put(label, new long[] {Math.round(voxels.x()), Math.round(voxels.y()), Math.round(voxels.z())});
        });
        final Map<Integer, Long> sizes = new HashMap<>();
        final Map<Meeting, Long> meetings = new HashMap<>();
        final Shape shape = volume.shape();
        for (long z = 0; z < shape.z(); z += edge) {
            final long layer = z;
            final List<Block> blocks = Blocks.tile(new Shape(shape.x(), shape.y(), Math.min(edge, shape.z() - z)), edge)
                .stream().map(block -> block.translate(0, 0, layer)).toList();
            Blocks.map(blocks, progress.part(z / (double)shape.z(), Math.min(1, (z + edge) / (double)shape.z())),
                "Comparing the voxels of particles", block -> new Count(block, shifts)).forEach(count -> {
                    count.sizes.forEach((label, n) -> sizes.merge(label, n, Long::sum));
                    count.meetings.forEach((meeting, n) -> meetings.merge(meeting, n, Long::sum));
                });
        }
        return (from, to) -> meetings.getOrDefault(new Meeting(from, to), 0L)
            / (double)Math.max(1, sizes.getOrDefault(from, 0L));
    }

    /** The voxels of a block, run by run: neighbours along x with one label. */
    private final class Count {

        private final Map<Integer, Long> sizes = new HashMap<>();
        private final Map<Meeting, Long> meetings = new HashMap<>();
        private final Block block;
        private final int[] ids;
        private Block there;
        private int[] others = new int[0];

        Count(final Block block, final Map<Integer, long[]> shifts) {
            this.block = block;
            ids = new int[block.voxels()];
            before.read(block, ids);
            runs((label, from, to) -> sizes.merge(label, (long)(to - from), Long::sum));
            reach(shifts).ifPresent(reached -> {
                there = reached;
                others = new int[reached.voxels()];
                after.read(reached, others);
                runs((label, from, to) -> {
                    if (shifts.containsKey(label)) {
                        meet(label, shifts.get(label), from, to);
                    }
                });
            });
        }

        private void runs(final Run run) {
            for (int row = 0; row < ids.length; row += block.sizeX()) {
                int from = row;
                while (from < row + block.sizeX()) {
                    int to = from + 1;
                    while (to < row + block.sizeX() && ids[to] == ids[from]) {
                        to++;
                    }
                    if (ids[from] > 0) {
                        run.count(ids[from], from, to);
                    }
                    from = to;
                }
            }
        }

        /** What the block reaches in the later scan; empty where that is nothing. */
        private Optional<Block> reach(final Map<Integer, long[]> shifts) {
            return sizes.keySet().stream().filter(shifts::containsKey).map(shifts::get)
                .map(shift -> block.translate(shift[0], shift[1], shift[2])).reduce(Block::hull)
                .map(hull -> hull.clip(after.volume().shape())).filter(hull -> !hull.isEmpty());
        }

        private void meet(final int label, final long[] shift, final int from, final int to) {
            final int row = from / block.sizeX();
            final long y = block.minY() + row % block.sizeY() + shift[1] - there.minY();
            final long z = block.minZ() + row / block.sizeY() + shift[2] - there.minZ();
            if (y < 0 || y >= there.sizeY() || z < 0 || z >= there.sizeZ()) {
                return;
            }
            final long first = block.minX() + from % block.sizeX() + shift[0] - there.minX();
            final int line = (int)((z * there.sizeY() + y) * there.sizeX());
            final long end = Math.min(there.sizeX(), first + to - from);
            int x = line + (int)Math.max(0, first);
            while (x < line + end) {
                int next = x + 1;
                while (next < line + end && others[next] == others[x]) {
                    next++;
                }
                if (others[x] > 0) {
                    meetings.merge(new Meeting(label, others[x]), (long)(next - x), Long::sum);
                }
                x = next;
            }
        }
    }

    /** What is done with a run of voxels. */
    @FunctionalInterface
    private interface Run {
        void count(int label, int from, int to);
    }
}
