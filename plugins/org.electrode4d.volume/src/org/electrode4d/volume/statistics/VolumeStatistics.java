// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.statistics;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/**
 * Statistics of a volume in blocks of 64 voxels: one pass for 8- and 16-bit integers, whose moments come from their
 * histogram; for other types a second one for the histogram, whose range the first one finds. Sums have the order of
 * the blocks, or of the values, so the result does not depend on threads. Memory: a block and a histogram per thread.
 */
public final class VolumeStatistics {

    private static final int BLOCK_EDGE = 64;

    private final Volume volume;
    private final Volume mask;

    private VolumeStatistics(final Volume volume, final Volume mask) {
        this.volume = volume;
        this.mask = mask;
    }

    /**
     * Of all voxels.
     *
     * @throws IllegalArgumentException if no value is a finite number
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    public static Statistics of(final Volume volume, final Progress progress) {
        return new VolumeStatistics(volume, null).compute(progress);
    }

    /**
     * Of the voxels where a mask is not zero.
     *
     * @throws IllegalArgumentException if the mask has another shape, or selects no value that is a finite number
     */
    public static Statistics of(final Volume volume, final Volume mask, final Progress progress) {
        if (!mask.shape().equals(volume.shape())) {
            throw new IllegalArgumentException("The mask " + mask.name() + " has " + mask.shape() + " voxels, but "
                + volume.name() + " has " + volume.shape() + ". They must have the same shape.");
        }
        return new VolumeStatistics(volume, mask).compute(progress);
    }

    private Statistics compute(final Progress progress) {
        final VoxelType type = volume.type();
        final boolean exact = type.isInteger() && type.bytes() <= 2;
        final Histogram counted = exact ? values(type, progress) : null;
        final Moments moments = exact ? Moments.of(counted) : moments(progress.part(0, 0.5));
        if (moments.count() == 0) {
            throw new IllegalArgumentException("Statistics need numbers, but none of the " + moments.notFinite()
                + " values of " + volume.name() + (mask == null ? "" : " inside the mask " + mask.name())
                + " is a finite number.");
        }
        final Histogram histogram = exact ? counted : histogram(moments, progress.part(0.5, 1));
        return new Statistics(moments.count(), moments.min(), moments.max(), moments.mean(),
            Math.sqrt(moments.squares() / moments.count()), moments.notFinite(), histogram);
    }

    private Moments moments(final Progress progress) {
        final List<Moments> parts = Blocks.map(blocks(), progress, "Statistics of " + volume.name(),
            block -> Moments.of(read(volume, block), mask == null ? null : read(mask, block)));
        return parts.stream().reduce(Moments.NONE, Moments::join);
    }

    /** How often every value of a type occurs, all of which are finite. */
    private Histogram values(final VoxelType type, final Progress progress) {
        final Counter counter = new Counter(type.min(), 1, 1 << 8 * type.bytes());
        Blocks.forEach(blocks(), progress, "Statistics of " + volume.name(),
            block -> counter.countIntegers(read(volume, block), mask == null ? null : read(mask, block)));
        return counter.histogram(true);
    }

    private Histogram histogram(final Moments moments, final Progress progress) {
        final double width = (moments.max() - moments.min()) / Histogram.BINS;
        final Counter counter = new Counter(moments.min(), width > 0 ? width : 1, Histogram.BINS);
        Blocks.forEach(blocks(), progress, "Histogram of " + volume.name(),
            block -> counter.count(read(volume, block), mask == null ? null : read(mask, block)));
        return counter.histogram(false);
    }

    private List<Block> blocks() {
        return Blocks.tile(volume.shape(), BLOCK_EDGE);
    }

    private static float[] read(final Volume source, final Block block) {
        final float[] values = new float[block.voxels()];
        source.read(block, values);
        return values;
    }

    /** Counts into one array per thread that is at work; whole numbers add up to the same in any order. */
    private static final class Counter {

        private final double lower;
        private final double width;
        private final int bins;
        private final Queue<long[]> arrays = new ConcurrentLinkedQueue<>();

        Counter(final double lower, final double width, final int bins) {
            this.lower = lower;
            this.width = width;
            this.bins = bins;
        }

        void countIntegers(final float[] values, final float[] mask) {
            final long[] counts = take();
            final int first = (int)lower;
            if (mask == null) {
                for (final float value : values) {
                    counts[(int)value - first]++;
                }
            } else {
                for (int i = 0; i < values.length; i++) {
                    counts[(int)values[i] - first] += mask[i] != 0 ? 1 : 0;
                }
            }
            arrays.add(counts);
        }

        private long[] take() {
            final long[] free = arrays.poll();
            return free == null ? new long[bins] : free;
        }

        void count(final float[] values, final float[] mask) {
            final long[] counts = take();
            for (int i = 0; i < values.length; i++) {
                if ((mask == null || mask[i] != 0) && Float.isFinite(values[i])) {
                    counts[Math.min((int)((values[i] - lower) / width), bins - 1)]++;
                }
            }
            arrays.add(counts);
        }

        Histogram histogram(final boolean exact) {
            final long[] sum = new long[bins];
            for (final long[] counts : arrays) {
                for (int i = 0; i < bins; i++) {
                    sum[i] += counts[i];
                }
            }
            return new Histogram(lower, width, exact, sum);
        }
    }
}
