// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.proximity;

import java.util.Arrays;
import java.util.List;
import org.electrode4d.transport.TransportException;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;

/**
 * How distances are distributed: moments, extremes, quantiles and a histogram, from two passes over the samples. The
 * weight of a sample is the area around a vertex, or one for a voxel. Quantiles interpolate between
 * {@value #FINE_BINS} bins from 0 to the largest distance, and are right to one of them. Nothing depends on the number
 * of threads.
 */
public final class DistanceDistribution {

    /** Of no samples: all numbers are NaN and the histogram is empty. */
    public static final DistanceDistribution NONE = new DistanceDistribution(0, 0, Double.NaN, Double.NaN);

    private static final int FINE_BINS = 1 << 16;
    private static final int MOST_BINS = 100_000;
    /** Distances of whole voxels are on the edges of bins, where the rounding of floats must not decide. */
    private static final double ROUNDING = 1 + 1e-6;

    private final long count;
    private final double weight;
    private final double min;
    private final double max;
    private double mean = Double.NaN;
    private double variance = Double.NaN;
    private double[] fine = new double[0];
    private double[] bins = new double[0];

    private DistanceDistribution(final long count, final double weight, final double min, final double max) {
        this.count = count;
        this.weight = weight;
        this.min = min;
        this.max = max;
    }

    private record Extent(long count, double weight, double sum, float min, float max) {
    }

    /** @throws TransportException if there are more than {@value #MOST_BINS} bins */
    static DistanceDistribution of(final DistanceSamples samples, final double binWidth, final Progress progress) {
        final List<Extent> parts = Blocks.map(samples.parts(), progress.part(0, 0.5), "Measuring distances",
            part -> extent(samples, part));
        final long count = parts.stream().mapToLong(Extent::count).sum();
        if (count == 0) {
            return NONE;
        }
        double weight = 0;
        double sum = 0;
        for (final Extent part : parts) {
            weight += part.weight();
            sum += part.sum();
        }
        final DistanceDistribution all = new DistanceDistribution(count, weight,
            parts.stream().mapToDouble(Extent::min).min().orElseThrow(),
            parts.stream().mapToDouble(Extent::max).max().orElseThrow());
        all.mean = sum / weight;
        all.spread(samples, binWidth, progress.part(0.5, 1));
        return all;
    }

    private static Extent extent(final DistanceSamples samples, final int part) {
        final ExtentCounter counter = new ExtentCounter();
        samples.read(part, counter);
        return new Extent(counter.count, counter.weight, counter.sum, counter.min, counter.max);
    }

    private static final class ExtentCounter implements DistanceSamples.Visitor {
        private long count;
        private double weight;
        private double sum;
        private float min = Float.POSITIVE_INFINITY;
        private float max = Float.NEGATIVE_INFINITY;

        @Override
        public void accept(final float distance, final double sampleWeight) {
            count++;
            weight += sampleWeight;
            sum += sampleWeight * distance;
            min = Math.min(min, distance);
            max = Math.max(max, distance);
        }
    }

    private void spread(final DistanceSamples samples, final double binWidth, final Progress progress) {
        if (max / binWidth > MOST_BINS) {
            throw new TransportException("Distances up to " + max + " µm in bins of " + binWidth
                + " µm are too many bins: at most " + MOST_BINS + " are possible. Make the bins wider.");
        }
        fine = new double[FINE_BINS];
        bins = new double[bin(max, binWidth) + 1];
        final double fineWidth = max > 0 ? max / FINE_BINS : 1;
        final List<Double> squares = Blocks.map(samples.parts(), progress, "Distribution of distances", part -> {
            final double[] partFine = new double[fine.length];
            final double[] partBins = new double[bins.length];
            final double[] sum = new double[1];
            samples.read(part, (distance, sampleWeight) -> {
                sum[0] += sampleWeight * (distance - mean) * (distance - mean);
                partFine[Math.min((int)(distance / fineWidth), FINE_BINS - 1)] += sampleWeight;
                partBins[bin(distance, binWidth)] += sampleWeight;
            });
            add(partFine, partBins);
            return sum[0];
        });
        variance = squares.stream().reduce(0.0, Double::sum) / weight;
    }

    private static int bin(final double distance, final double binWidth) {
        return (int)(distance / binWidth * ROUNDING);
    }

    private synchronized void add(final double[] partFine, final double[] partBins) {
        Arrays.setAll(fine, i -> fine[i] + partFine[i]);
        Arrays.setAll(bins, i -> bins[i] + partBins[i]);
    }

    /** How many samples there are. */
    public long count() {
        return count;
    }

    /** The weight of all samples: the area of the surface in µm², or the number of voxels. */
    public double weight() {
        return weight;
    }

    /** In µm; Vorauer et al. (2020) call it the mean Hausdorff distance. */
    public double mean() {
        return mean;
    }

    /** The root of the mean square, in µm. */
    public double rms() {
        return Math.sqrt(mean * mean + variance);
    }

    /** The standard deviation about the mean, in µm. */
    public double standardDeviation() {
        return Math.sqrt(variance);
    }

    public double min() {
        return min;
    }

    /** The directed Hausdorff distance, in µm. */
    public double max() {
        return max;
    }

    /**
     * The distance in µm that a part of the weight does not exceed.
     *
     * @param part 0 to 1: 0.5 for the median
     */
    public double quantile(final double part) {
        if (count == 0) {
            return Double.NaN;
        }
        // the sum of the weights of all bins may be a rounding below the weight of all
        final double wanted = part * weight * (1 - 1e-12);
        double below = 0;
        for (int bin = 0; bin < fine.length; bin++) {
            if (fine[bin] > 0 && below + fine[bin] >= wanted) {
                return Math.max(min, (bin + (wanted - below) / fine[bin]) * max / FINE_BINS);
            }
            below += fine[bin];
        }
        return max;
    }

    /** How many bins the histogram has; the first begins at 0. */
    public int bins() {
        return bins.length;
    }

    /** The part of all weight that is in a bin: all together are one. The lower edge belongs to a bin. */
    public double share(final int bin) {
        return bins[bin] / weight;
    }
}
