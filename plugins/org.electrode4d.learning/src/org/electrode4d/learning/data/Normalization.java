// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.electrode4d.learning.LearningException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.statistics.OrderStatistics;

/**
 * How the grey values of scans are normalised; belongs to a model, so that it sees in prediction what it saw in
 * training. All kinds but FIXED take their numbers from each scan: grey values of scans may then differ by a factor and
 * an offset.
 *
 * @param kind where the numbers come from
 * @param fixed the numbers of FIXED; means nothing for the others
 */
public record Normalization(Kind kind, GreyScale fixed) {

    /** Mean and standard deviation of each scan. */
    public static final Normalization DEVIATION = new Normalization(Kind.DEVIATION, new GreyScale(0, 1));

    /** The 1st and the 99th percentile of each scan. */
    public static final Normalization PERCENTILES = new Normalization(Kind.PERCENTILES, new GreyScale(0, 1));

    private static final int PLANES = 16;

    private static final int SAMPLES_PER_PLANE = 1 << 16;

    /** Share of the samples at each end that mean and deviation leave out. */
    private static final double OUTLIERS = 0.001;

    private static final double PERCENTILE = 0.01;

    /** Where the numbers come from. */
    public enum Kind {
        /** The mean becomes 0, the standard deviation 1, both without the darkest and brightest 0.1 % of the voxels. */
        DEVIATION,
        /** The 1st percentile becomes -1, the 99th becomes 1. */
        PERCENTILES,
        /** The same numbers for all scans: for grey values that are calibrated. */
        FIXED
    }

    /** The same numbers for all scans. */
    public static Normalization fixed(final GreyScale scale) {
        return new Normalization(Kind.FIXED, scale);
    }

    /**
     * The numbers of a scan, from at most 16 evenly spaced planes across z and 65,536 evenly spaced voxels of each: the
     * same whatever the number of threads. Memory: a plane per thread.
     *
     * @throws LearningException if the scan has no finite values, or nearly all of them are equal
     */
    public GreyScale of(final Volume scan, final Progress progress) {
        return kind == Kind.FIXED ? fixed : of(samples(scan, progress), scan.name());
    }

    private GreyScale of(final double[] sorted, final String name) {
        if (sorted.length == 0) {
            throw new LearningException(name + " has no finite grey values. Check the image.");
        }
        final boolean percentiles = kind == Kind.PERCENTILES;
        final double low = OrderStatistics.quantile(sorted, PERCENTILE);
        final double high = OrderStatistics.quantile(sorted, 1 - PERCENTILE);
        final double[] moments = moments(sorted);
        final double zero = percentiles ? (low + high) / 2 : moments[0];
        final double unit = percentiles ? (high - low) / 2 : moments[1];
        if (!(unit > 0)) {
            throw new LearningException("Nearly all grey values of " + name + " are " + (float)zero
                + ": there is nothing to see. Check the image, or normalise by fixed numbers.");
        }
        return new GreyScale(zero, unit);
    }

    /** Mean and standard deviation without outliers. */
    private static double[] moments(final double[] sorted) {
        final int from = (int)(OUTLIERS * sorted.length);
        final int to = sorted.length - from;
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += sorted[i];
        }
        final double mean = sum / (to - from);
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += (sorted[i] - mean) * (sorted[i] - mean);
        }
        return new double[] {mean, Math.sqrt(squares / (to - from))};
    }

    private static double[] samples(final Volume scan, final Progress progress) {
        final Shape shape = scan.shape();
        final int planes = (int)Math.min(PLANES, shape.z());
        final List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < planes; i++) {
            blocks.add(Orientation.XY.slice(shape, (int)((i + 0.5) * shape.z() / planes)));
        }
        return Blocks.map(blocks, progress, "Grey values of " + scan.name(), block -> samples(scan, block)).stream()
            .flatMapToDouble(Arrays::stream).sorted().toArray();
    }

    private static double[] samples(final Volume scan, final Block plane) {
        final float[] values = new float[plane.voxels()];
        scan.read(plane, values);
        final int step = (int)Math.ceil(Math.sqrt(values.length / (double)SAMPLES_PER_PLANE));
        final double[] samples = new double[(plane.sizeX() / step + 1) * (plane.sizeY() / step + 1)];
        int count = 0;
        for (int row = step / 2; row < plane.sizeY(); row += step) {
            for (int column = step / 2; column < plane.sizeX(); column += step) {
                final float value = values[row * plane.sizeX() + column];
                if (Float.isFinite(value)) {
                    samples[count++] = value;
                }
            }
        }
        return Arrays.copyOf(samples, count);
    }
}
