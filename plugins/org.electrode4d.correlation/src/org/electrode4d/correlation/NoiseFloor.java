// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.filter.Gaussian;

/**
 * What a residual map holds although nothing happened: the distribution of smoothed differences between two scans of
 * one state, of which the first is deformed onto the second (Häusler et al. 2026, Fig. S19). A percentile of their
 * absolute values is the threshold for the residual maps of the series.
 *
 * <p>One pass in blocks, see {@link ResidualMap}, and 4 MiB per thread for a histogram. Results do not depend on the
 * number of threads. Voxels that cannot be predicted, are NaN or are outside the mask do not count; nor do those so
 * near to a face that the Gaussian reaches beyond it, unless there are no others: there it averages fewer voxels, and
 * the few of them would decide a high percentile.
 */
public final class NoiseFloor {

    /**
     * In a thousand voxels of pure noise one is above the threshold. A lower percentile lets specks of noise through
     * all over a map; a higher one is decided by the few worst voxels, artefacts mostly.
     */
    public static final double PERCENTILE = 99.9;

    /** The standard deviation of a normal distribution in units of its median absolute deviation. */
    private static final double MAD_TO_SD = 1.4826022185056018;
    private static final double STRUCTURE_SD = 5;
    private static final double STRUCTURE_SHARE = 1e-3;
    private static final double LEAST_ZNCC = 0.8;

    private final SignedHistogram smooth;
    private final GreySums greys;
    private final double mean;
    private final double sd;
    private final double median;
    private final double robustSd;

    private NoiseFloor(final SignedHistogram smooth, final Sums sums) {
        this.smooth = smooth;
        greys = sums.greys;
        mean = sums.sum / smooth.total();
        sd = Math.sqrt(Math.max(0, sums.squares / smooth.total() - mean * mean));
        median = smooth.quantile(0.5);
        robustSd = MAD_TO_SD * smooth.medianDistance(median);
    }

    private record Sums(double sum, double squares, GreySums greys) {

        Sums join(final Sums other) {
            return new Sums(sum + other.sum, squares + other.squares, greys.join(other.greys));
        }
    }

    /**
     * Measures it.
     *
     * @param pair two scans of the same state
     * @param field measured between them, with the settings that the series is measured with
     * @param settings those of the residual maps; the threshold plays no part
     * @param mask non-zero where voxels count, in the frame of the deformed scan
     * @throws CorrelationException if no voxel is left, or the mask has another shape
     */
    public static NoiseFloor of(final VolumePair pair, final DeformationField field, final ResidualSettings settings,
        final Optional<Volume> mask, final Progress progress) {
        if (mask.isPresent() && !mask.get().shape().equals(pair.shape())) {
            throw new ShapeMismatchException(mask.get(), pair.deformed(), "The mask of the noise floor must have the "
                + "shape of the scans.");
        }
        final PredictionDifference difference = PredictionDifference.of(pair, field,
            settings.withUnpredicted(Unpredicted.NAN), progress.part(0, 0.1));
        final Queue<SignedHistogram> histograms = new ConcurrentLinkedQueue<>();
        final List<Block> blocks = blocks(pair.shape(), Gaussian.reach(settings.sigma()));
        final Sums sums = Blocks.map(blocks, progress.part(0.1, 1), "Measuring the noise floor", block -> {
            final SignedHistogram free = histograms.poll();
            final SignedHistogram histogram = free == null ? new SignedHistogram() : free;
            final Sums part = count(difference, block, mask, histogram);
            histograms.add(histogram);
            return part;
        }).stream().reduce(new Sums(0, 0, new GreySums()), Sums::join);
        final SignedHistogram all = new SignedHistogram();
        histograms.forEach(all::add);
        if (all.total() == 0) {
            throw new CorrelationException("No voxel of " + pair.deformed().name() + " is predicted from "
                + pair.reference().name() + mask.map(m -> " inside the mask " + m.name()).orElse("")
                + ". Check the deformation field and the mask.");
        }
        return new NoiseFloor(all, sums);
    }

    private static List<Block> blocks(final Shape shape, final int border) {
        final Block whole = Block.of(shape);
        final boolean thick = Math.min(shape.x(), Math.min(shape.y(), shape.z())) > 2L * border;
        final Block inner = thick ? whole.grow(-border) : whole;
        return Blocks.tile(new Shape(inner.sizeX(), inner.sizeY(), inner.sizeZ()), PredictionDifference.EDGE_X,
            PredictionDifference.EDGE, PredictionDifference.EDGE).stream()
            .map(block -> block.translate(inner.minX(), inner.minY(), inner.minZ())).toList();
    }

    private static Sums count(final PredictionDifference difference, final Block block, final Optional<Volume> mask,
        final SignedHistogram histogram) {
        final PredictionDifference.Greys around = difference.around(block);
        final float[] values = difference.smooth(block, around);
        mask.ifPresent(m -> erase(m, block, values));
        double sum = 0;
        double squares = 0;
        for (final float value : values) {
            if (value == value) {
                histogram.add(value);
                sum += value;
                squares += (double)value * value;
            }
        }
        return new Sums(sum, squares, around.sums(block, values));
    }

    private static void erase(final Volume mask, final Block block, final float[] values) {
        final float[] inside = new float[values.length];
        mask.read(block, inside);
        for (int i = 0; i < values.length; i++) {
            if (!(inside[i] != 0)) {
                values[i] = Float.NaN;
            }
        }
    }

    /**
     * The size that a percentage of the smoothed absolute differences does not exceed, right to 0.1 %.
     *
     * @param percentile 0 to 100
     * @throws IllegalArgumentException for any other percentile
     */
    public double threshold(final double percentile) {
        if (!(percentile >= 0 && percentile <= 100)) {
            throw new IllegalArgumentException("A percentile is a number from 0 to 100, not " + percentile + ".");
        }
        return smooth.absoluteQuantile(percentile / 100);
    }

    /** How many voxels counted. */
    public long voxels() {
        return smooth.total();
    }

    /** The mean of the smoothed signed difference; far from zero where brightness differs. */
    public double mean() {
        return mean;
    }

    /** The standard deviation of the smoothed signed difference. */
    public double sd() {
        return sd;
    }

    /** 1.4826 times the median absolute deviation: the standard deviation of normal noise, blind to outliers. */
    public double robustSd() {
        return robustSd;
    }

    /**
     * The noise of one scan: the standard deviation of the difference before smoothing, divided by the root of 2. As
     * interpolation smooths one of both scans a little, it is low by up to 15 % (EXACT) or 25 % (FAST); exact where
     * the scans are shifted by whole voxels.
     */
    public double greyNoise() {
        return greys.differenceSd() / Math.sqrt(2);
    }

    /** Correlation of the second scan with its prediction, before smoothing; NaN without contrast. */
    public double zncc() {
        return greys.zncc();
    }

    /** The part of the voxels further than 5 robust standard deviations from the median; of normal noise 6e-7. */
    public double outliers() {
        return smooth.partBeyond(median, STRUCTURE_SD * robustSd);
    }

    /** Why these may not be two scans of one state; empty if nothing speaks against it. */
    public List<String> doubts() {
        final List<String> doubts = new ArrayList<>();
        if (!(zncc() >= LEAST_ZNCC)) {
            doubts.add(String.format(Locale.ROOT, "the scans correlate with a ZNCC of only %.2f after deformation",
                zncc()));
        }
        if (Math.abs(mean) > robustSd) {
            doubts.add(String.format(Locale.ROOT, "the brightness differs by %.4g grey values, more than the noise of "
                + "%.4g; match the grey values", mean, robustSd));
        }
        if (outliers() > STRUCTURE_SHARE) {
            doubts.add(String.format(Locale.ROOT, "%.2g %% of the voxels differ by more than %.0f times the noise, "
                + "which noise alone does not", 100 * outliers(), STRUCTURE_SD));
        }
        return doubts;
    }
}
