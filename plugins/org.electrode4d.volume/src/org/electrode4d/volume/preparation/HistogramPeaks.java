// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.statistics.Histogram;
import org.electrode4d.volume.statistics.Statistics;
import org.electrode4d.volume.statistics.VolumeStatistics;

/**
 * The peaks of a histogram. It is smoothed with a Gaussian of 1.5 % of the range that holds all but 0.2 % of the
 * voxels; the maxima that stand out most are the peaks (topographic prominence: how far one has to go down to reach a
 * higher one). Each then moves to the centre of mass of the histogram around it, as far as half-way to the nearer
 * valley, until it rests. That is exact where a peak is symmetric.
 */
public final class HistogramPeaks {

    /** Name of the peak at the smaller grey value. */
    public static final String DARK = "Dark peak";

    /** Name of the peak at the larger grey value. */
    public static final String BRIGHT = "Bright peak";

    /** Bins between the extreme grey values that count. */
    private static final int BINS = 1024;
    private static final double TAIL = 0.001;
    private static final double SIGMA = 0.015 * BINS;
    /** A maximum that stands out by less than this part of the highest, and of its counting noise, is none. */
    private static final double LEAST_PART = 0.02;
    private static final double LEAST_NOISE = 5;
    private static final int MOST_STEPS = 100;

    private final double lower;
    private final double width;
    private final double[] counts;

    private HistogramPeaks(final double lower, final double width, final double[] counts) {
        this.lower = lower;
        this.width = width;
        this.counts = counts;
    }

    /**
     * The two peaks of a volume, the darker first: the grey values of its two most frequent phases. The smallest and
     * the largest value that an integer type has are left out: that is padding and saturation.
     *
     * @throws IllegalArgumentException if the histogram has one peak only, or the volume holds no numbers
     */
    public static List<ReferencePhase> two(final Volume volume, final Progress progress) {
        final Statistics statistics = VolumeStatistics.of(volume, progress);
        final List<ReferencePhase> peaks = of(statistics, volume.type()).peaks(2);
        if (peaks.size() < 2) {
            throw new IllegalArgumentException("The histogram of " + volume.name()
                + " has no two peaks, so a reference phase is missing. Give masks or labels of two phases.");
        }
        return List.of(new ReferencePhase(DARK, peaks.get(0).level(), peaks.get(0).voxels()),
            new ReferencePhase(BRIGHT, peaks.get(1).level(), peaks.get(1).voxels()));
    }

    /** The most frequent value. */
    static double mode(final Statistics statistics) {
        if (statistics.min() == statistics.max()) {
            return statistics.min();
        }
        final List<ReferencePhase> peaks = of(statistics, VoxelType.FLOAT32).peaks(1);
        return peaks.isEmpty() ? statistics.median() : peaks.get(0).level();
    }

    private static HistogramPeaks of(final Statistics statistics, final VoxelType type) {
        final Histogram histogram = statistics.histogram();
        final double lower = statistics.quantile(TAIL);
        final double upper = statistics.quantile(1 - TAIL);
        final double least = histogram.binWidth();
        final double width = Math.max(least, least * Math.ceil((upper - lower) / least / BINS));
        final double[] counts = new double[(int)Math.min(2 * BINS, Math.floor((upper - lower) / width) + 1)];
        for (int bin = 0; bin < histogram.bins(); bin++) {
            final double value = histogram.value(bin);
            final boolean extreme = type.isInteger() && (value <= type.min() || value >= type.max());
            final int place = (int)Math.floor((value - lower) / width + 1e-9);
            if (place >= 0 && place < counts.length && !extreme) {
                counts[place] += histogram.count(bin);
            }
        }
        return new HistogramPeaks(lower + (histogram.isExact() ? (width - least) / 2 : width / 2), width, counts);
    }

    /** At most so many peaks, from dark to bright. */
    private List<ReferencePhase> peaks(final int most) {
        final double[] smooth = smooth();
        final double highest = Arrays.stream(smooth).max().orElse(0);
        // the weights of the Gaussian sum up to sigma sqrt(2 pi), their squares to sigma sqrt(pi)
        final double least = LEAST_PART * highest + LEAST_NOISE * Math.sqrt(highest / Math.sqrt(2));
        final List<Integer> maxima = maxima(smooth);
        final Map<Integer, Double> prominences = new HashMap<>();
        maxima.forEach(maximum -> prominences.put(maximum, prominence(maximum, smooth)));
        return maxima.stream().filter(maximum -> prominences.get(maximum) > least)
            .sorted(Comparator.comparing(prominences::get, Comparator.reverseOrder())).limit(most).sorted()
            .map(maximum -> refine(maximum, smooth)).toList();
    }

    private double[] smooth() {
        final int reach = (int)Math.ceil(4 * SIGMA);
        final double[] smooth = new double[counts.length];
        for (int d = -reach; d <= reach; d++) {
            final double weight = Math.exp(-d * d / (2 * SIGMA * SIGMA));
            for (int i = Math.max(0, -d); i < Math.min(counts.length, counts.length - d); i++) {
                smooth[i] += weight * counts[i + d];
            }
        }
        return smooth;
    }

    private static List<Integer> maxima(final double[] smooth) {
        final List<Integer> maxima = new ArrayList<>();
        for (int i = 0; i < smooth.length; i++) {
            final boolean rises = i == 0 || smooth[i] > smooth[i - 1];
            final boolean falls = i == smooth.length - 1 || smooth[i] >= smooth[i + 1];
            if (rises && falls && smooth[i] > 0) {
                maxima.add(i);
            }
        }
        return maxima;
    }

    /**
     * How far it is down to the higher of the two valleys that separate a maximum from higher ones, or from the ends.
     */
    private static double prominence(final int maximum, final double[] smooth) {
        return smooth[maximum] - Math.max(valley(maximum, -1, smooth), valley(maximum, 1, smooth));
    }

    /** The lowest value on the way to a higher one; 0 if there is none. */
    private static double valley(final int maximum, final int direction, final double[] smooth) {
        double lowest = smooth[maximum];
        for (int i = maximum + direction; i >= 0 && i < smooth.length; i += direction) {
            if (smooth[i] > smooth[maximum]) {
                return lowest;
            }
            lowest = Math.min(lowest, smooth[i]);
        }
        return 0;
    }

    private ReferencePhase refine(final int maximum, final double[] smooth) {
        final double reach = Math.max(1, Math.min(slope(maximum, -1, smooth), slope(maximum, 1, smooth)) / 2.0);
        double centre = maximum;
        double sum = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            sum = 0;
            double moment = 0;
            for (int i = (int)Math.max(0, Math.ceil(centre - reach - 1)); i < counts.length
                && i < centre + reach + 1; i++) {
                // bins at the ends of the window count in part, so that it moves smoothly
                final double part = Math.max(0, Math.min(1, reach + 1 - Math.abs(i - centre)));
                sum += part * counts[i];
                moment += part * counts[i] * i;
            }
            final double next = sum == 0 ? centre : moment / sum;
            if (Math.abs(next - centre) < 1e-6) {
                break;
            }
            centre = next;
        }
        return new ReferencePhase("peak", lower + centre * width, Math.round(sum));
    }

    /** How many bins it goes down from a maximum. */
    private static int slope(final int maximum, final int direction, final double[] smooth) {
        int i = maximum;
        while (i + direction >= 0 && i + direction < smooth.length && smooth[i + direction] < smooth[i]) {
            i += direction;
        }
        return Math.abs(i - maximum);
    }
}
