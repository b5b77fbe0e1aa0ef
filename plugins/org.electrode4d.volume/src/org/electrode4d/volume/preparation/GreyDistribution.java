// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/**
 * The cumulative distribution of grey values: which part of the voxels is not brighter than a value. Integers have one
 * bin per value; FLOAT32 has bins of equal width from the smallest to the largest value, and the distribution is linear
 * between their middles, constant beyond the first and the last. As {@code cumulative_distribution} of scikit-image
 * 0.19, in double. Voxels that are not a number or infinite do not count.
 */
public final class GreyDistribution {

    /** Bins of FLOAT32 volumes, as in scikit-image. */
    public static final int BINS = 256;

    private static final int BLOCK_EDGE = 64;
    private static final int FEWEST_BINS = 2;
    private static final int MOST_BINS = 65_536;
    private static final int MOST_VALUES = 1 << 24;

    private final GreyBins bins;
    private final double[] cumulative;

    private GreyDistribution(final GreyBins bins, final double[] cumulative) {
        this.bins = bins;
        this.cumulative = cumulative;
    }

    /**
     * In blocks, several in parallel; one pass for 8- and 16-bit integers, else two. Memory: a block and the bins per
     * thread.
     *
     * @param mask counts voxels where it is not 0; null counts all
     * @param bins of FLOAT32, 2 to 65536; without meaning for integers
     * @throws IllegalArgumentException if no voxel counts, 32-bit integers go beyond 2^24, or the mask has another
     *     shape or is FLOAT32
     */
    public static GreyDistribution of(final Volume volume, final Volume mask, final int bins,
        final Progress progress) {
        requireBins(bins);
        final Blocked source = new Blocked(volume, mask);
        final boolean small = isSmall(volume.type());
        GreyBins axis;
        if (small) {
            axis = GreyBins.exact(volume.type().min(), volume.type().max());
        } else {
            final Extremes extremes = source.extremes(progress.part(0, 0.5));
            axis = extremes.isEmpty() ? null : extremes.bins(volume, bins);
        }
        final GreyDistribution distribution = axis == null ? null
            : of(axis, source.counts(axis, small ? progress : progress.part(0.5, 1)));
        if (distribution == null) {
            throw new IllegalArgumentException("No voxel of " + volume.name()
                + (mask == null ? " holds" : " inside the mask " + mask.name() + " holds")
                + " a number, so there is no histogram. " + (mask == null ? "Check how it was read."
                    : "Choose another mask."));
        }
        return distribution;
    }

    /** @throws IllegalArgumentException for a number of bins that is not possible */
    static int requireBins(final int bins) {
        if (bins < FEWEST_BINS || bins > MOST_BINS) {
            throw new IllegalArgumentException("The number of bins must be " + FEWEST_BINS + " to " + MOST_BINS
                + ", but is " + bins + ".");
        }
        return bins;
    }

    /** Of the values of an array; null if none is finite. */
    static GreyDistribution of(final Volume volume, final float[] values, final int bins) {
        final Extremes extremes = Extremes.of(values, null);
        if (extremes.isEmpty()) {
            return null;
        }
        final GreyBins axis = extremes.bins(volume, bins);
        final long[] counts = new long[axis.count()];
        count(axis, values, null, counts);
        return of(axis, counts);
    }

    private static boolean isSmall(final VoxelType type) {
        return type.isInteger() && type.bytes() <= 2;
    }

    /** Without the empty bins at both ends of exact bins; null without any count. */
    private static GreyDistribution of(final GreyBins axis, final long[] counts) {
        int from = 0;
        int to = counts.length;
        while (axis.exact() && from < to && counts[from] == 0) {
            from++;
        }
        while (axis.exact() && from < to && counts[to - 1] == 0) {
            to--;
        }
        final double[] cumulative = new double[to - from];
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += counts[i];
            cumulative[i - from] = sum;
        }
        for (int i = 0; i < cumulative.length; i++) {
            cumulative[i] /= sum;
        }
        return sum == 0 ? null : new GreyDistribution(axis.exact()
            ? GreyBins.exact(axis.first() + from, axis.first() + to - 1) : axis, cumulative);
    }

    private static void count(final GreyBins axis, final float[] values, final float[] mask, final long[] counts) {
        for (int i = 0; i < values.length; i++) {
            if ((mask == null || mask[i] != 0) && Float.isFinite(values[i])) {
                counts[axis.bin(values[i])]++;
            }
        }
    }

    /** The part of the voxels that is not brighter, 0 to 1; NaN for NaN. */
    public double at(final double value) {
        if (value != value) {
            return value;
        }
        final int below = bins.below(value);
        if (below < 0) {
            return cumulative[0];
        }
        if (below == bins.count() - 1 || bins.centre(below) == value) {
            return cumulative[below];
        }
        final double centre = bins.centre(below);
        final double slope = (cumulative[below + 1] - cumulative[below]) / (bins.centre(below + 1) - centre);
        return slope * (value - centre) + cumulative[below];
    }

    /** Whether all voxels have one value. */
    public boolean isConstant() {
        final int middle = bins.count() / 2;
        return bins.exact() ? bins.count() == 1
            : bins.last() - bins.first() == 1 && cumulative[middle - 1] == 0 && cumulative[middle] == 1;
    }

    /** Numbers that {@link #write} needs at most. */
    static int numbers(final VoxelType type, final int bins) {
        return 3 + (isSmall(type) ? 1 << 8 * type.bytes() : bins);
    }

    /** Puts the distribution into a row of numbers, rounded to float. */
    void write(final float[] row) {
        row[0] = bins.count();
        row[1] = (float)bins.first();
        row[2] = (float)bins.last();
        for (int i = 0; i < cumulative.length; i++) {
            row[3 + i] = (float)cumulative[i];
        }
    }

    /** What was written; null from a row of zeros. */
    static GreyDistribution read(final float[] row, final boolean exact) {
        final int count = (int)row[0];
        if (count == 0) {
            return null;
        }
        final double[] cumulative = new double[count];
        for (int i = 0; i < count; i++) {
            cumulative[i] = row[3 + i];
        }
        return new GreyDistribution(new GreyBins(row[1], row[2], count, exact), cumulative);
    }

    /** The smallest and the largest finite value. */
    private record Extremes(double smallest, double largest) {

        static Extremes of(final float[] values, final float[] mask) {
            float smallest = Float.POSITIVE_INFINITY;
            float largest = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < values.length; i++) {
                if ((mask == null || mask[i] != 0) && Float.isFinite(values[i])) {
                    smallest = Math.min(smallest, values[i]);
                    largest = Math.max(largest, values[i]);
                }
            }
            return new Extremes(smallest, largest);
        }

        boolean isEmpty() {
            return smallest > largest;
        }

        GreyBins bins(final Volume volume, final int count) {
            if (!volume.type().isInteger()) {
                return GreyBins.wide(smallest, largest, count);
            }
            if (Math.max(Math.abs(smallest), Math.abs(largest)) > MOST_VALUES) {
                throw new IllegalArgumentException("The values of " + volume.name() + " go from " + (long)smallest
                    + " to " + (long)largest + ". One bin per value is possible up to " + MOST_VALUES
                    + ": scale them to 16 bit first.");
            }
            return GreyBins.exact(smallest, largest);
        }
    }

    /** A volume and a mask, block by block. */
    private record Blocked(Volume volume, Volume mask) {

        Blocked {
            if (mask != null) {
                Masks.require(mask, volume);
            }
        }

        Extremes extremes(final Progress progress) {
            final List<Extremes> parts = Blocks.map(blocks(), progress, "Range of " + volume.name(),
                block -> Extremes.of(read(volume, block), read(mask, block)));
            return new Extremes(parts.stream().mapToDouble(Extremes::smallest).min().orElseThrow(),
                parts.stream().mapToDouble(Extremes::largest).max().orElseThrow());
        }

        /** Counts into one array per thread that is at work; whole numbers add up to the same in any order. */
        long[] counts(final GreyBins axis, final Progress progress) {
            final Queue<long[]> arrays = new ConcurrentLinkedQueue<>();
            final Consumer<Block> work = block -> {
                final long[] free = arrays.poll();
                final long[] counts = free == null ? new long[axis.count()] : free;
                count(axis, read(volume, block), read(mask, block), counts);
                arrays.add(counts);
            };
            Blocks.forEach(blocks(), progress, "Histogram of " + volume.name(), work);
            final long[] sum = new long[axis.count()];
            for (final long[] counts : arrays) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += counts[i];
                }
            }
            return sum;
        }

        private List<Block> blocks() {
            return Blocks.tile(volume.shape(), BLOCK_EDGE);
        }

        private static float[] read(final Volume source, final Block block) {
            if (source == null) {
                return null;
            }
            final float[] values = new float[block.voxels()];
            source.read(block, values);
            return values;
        }
    }
}
