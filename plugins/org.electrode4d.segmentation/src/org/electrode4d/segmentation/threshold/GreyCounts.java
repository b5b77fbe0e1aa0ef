// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.threshold;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.statistics.Histogram;
import org.electrode4d.volume.statistics.VolumeStatistics;

/**
 * The occupied bins of a histogram in ascending order, with running sums: number and mean of the voxels of any range of
 * grey values cost two look-ups. For 8- and 16-bit integers a bin is one value and all is exact; for other types it is
 * 1/65536 of the range of values, and stands for its middle.
 */
public final class GreyCounts {

    private final double[] values;
    /** Where a threshold is that has a bin below it and the next above it. */
    private final double[] ends;
    private final long[] counts;
    /** Voxels in the bins before the i-th. */
    private final long[] voxels;
    /** Sum over these voxels of their value less {@link #origin()}. */
    private final double[] sums;
    /** Sum over these voxels of the square of it. */
    private final double[] squares;

    private GreyCounts(final double[] values, final double[] ends, final long[] counts) {
        this.values = values;
        this.ends = ends;
        this.counts = counts;
        voxels = new long[values.length + 1];
        sums = new double[values.length + 1];
        squares = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            voxels[i + 1] = voxels[i] + counts[i];
            final double value = values[i] - values[0];
            sums[i + 1] = sums[i] + counts[i] * value;
            squares[i + 1] = squares[i] + counts[i] * value * value;
        }
    }

    /** The bins of a histogram that hold something. */
    public static GreyCounts of(final Histogram histogram) {
        final int[] occupied = IntStream.range(0, histogram.bins()).filter(bin -> histogram.count(bin) > 0).toArray();
        final double half = histogram.isExact() ? 0 : histogram.binWidth() / 2;
        final double[] values = Arrays.stream(occupied).mapToDouble(histogram::value).toArray();
        return new GreyCounts(values, Arrays.stream(values).map(value -> value + half).toArray(),
            Arrays.stream(occupied).mapToLong(histogram::count).toArray());
    }

    /**
     * Of the voxels of a volume that are finite numbers; one pass for 8 and 16 bit, two for other types.
     *
     * @param mask counts voxels where it is not 0; null for all
     * @throws SegmentationException if there is no such voxel, as in an empty mask
     */
    public static GreyCounts of(final Volume volume, final Volume mask, final Progress progress) {
        if (mask == null) {
            return of(VolumeStatistics.of(volume, progress).histogram());
        }
        Masks.requireAlike(volume, Masks.requireIntegers(mask, "the mask"));
        try {
            return of(VolumeStatistics.of(volume, mask, progress).histogram());
        } catch (IllegalArgumentException e) {
            throw new SegmentationException("No voxel of " + volume.name() + " inside of the mask " + mask.name()
                + " holds a number, so there is no threshold to find. Is the mask empty?");
        }
    }

    /** Bins that hold something; the i-th has the i-th smallest value. */
    public int bins() {
        return values.length;
    }

    public double value(final int bin) {
        return values[bin];
    }

    public long count(final int bin) {
        return counts[bin];
    }

    /** The threshold that has all bins up to this one below it: the value of an exact bin, else its upper edge. */
    public double end(final int bin) {
        return ends[bin];
    }

    /** Of all bins. */
    public long total() {
        return voxels[values.length];
    }

    /** Voxels in the bins {@code from <= i < to}. */
    public long voxels(final int from, final int to) {
        return voxels[to] - voxels[from];
    }

    /** Sum over the voxels in the bins {@code from <= i < to} of their value less {@link #origin()}. */
    double sum(final int from, final int to) {
        return sums[to] - sums[from];
    }

    /** What sums count from: the smallest value. */
    double origin() {
        return values[0];
    }

    /** Mean value in the bins {@code from <= i < to}, which hold something. */
    public double mean(final int from, final int to) {
        return origin() + sum(from, to) / voxels(from, to);
    }

    /** Sum of the squared deviations from the mean in the bins {@code from <= i < to}, which hold something. */
    double squares(final int from, final int to) {
        return Math.max(0, squares[to] - squares[from] - sum(from, to) * sum(from, to) / voxels(from, to));
    }

    /** How many different values there are, for messages. */
    String describeValues() {
        return bins() == 1 ? "all the same value, " + value(0) : "only " + bins() + " different values";
    }

    /** The number of bins that a threshold leaves below: those whose value is not greater. */
    public int below(final double threshold) {
        final int found = Arrays.binarySearch(values, threshold);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The bins with {@code low < value <= high}; may be none. */
    public GreyCounts within(final double low, final double high) {
        final int from = below(low);
        final int to = Math.max(from, below(high));
        return new GreyCounts(Arrays.copyOfRange(values, from, to), Arrays.copyOfRange(ends, from, to),
            Arrays.copyOfRange(counts, from, to));
    }
}
