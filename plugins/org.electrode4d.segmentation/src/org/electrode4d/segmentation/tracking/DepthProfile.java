// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.electrode4d.segmentation.CollectorPlane;
import org.electrode4d.segmentation.SegmentationException;

/**
 * Displacement away from the collector against the distance to it, as in Fig. S9 of Häusler et al., EES Batteries
 * (2026): in bins of equal width, and as a straight line by least squares, whose slope is the mean axial strain.
 *
 * @param whole all distances
 * @param bins from the smallest to the largest distance; empty where nothing is known
 * @param slope strain, absolute: 0.1 is 10 %; NaN of fewer than two distances
 * @param slopeError standard error of the slope; NaN of fewer than three
 * @param intercept µm, of the line at the collector
 * @param determination R², 0 to 1
 */
public record DepthProfile(Bin whole, List<Bin> bins, double slope, double slopeError, double intercept,
    double determination) {

    /** How many particles it is made of. */
    public long count() {
        return whole.count;
    }

    /**
     * A particle.
     *
     * @param distance to the collector in the first scan, µm
     * @param displacement away from the collector since, µm
     */
    public record Sample(double distance, double displacement) {
    }

    /**
     * A range of distances.
     *
     * @param from µm
     * @param to µm; the last bin holds it, others do not
     * @param mean of the displacements, µm; NaN of none
     * @param deviation standard deviation with n - 1, µm; NaN of fewer than two
     */
    public record Bin(double from, double to, long count, double mean, double deviation) {

        public double middle() {
            return (from + to) / 2;
        }
    }

    /** @throws SegmentationException for fewer bins than one */
    public static DepthProfile of(final List<Sample> samples, final int bins) {
        if (bins < 1) {
            throw new SegmentationException("The number of bins is " + bins + ", but must be at least 1.");
        }
        final SimpleRegression line = new SimpleRegression();
        samples.forEach(sample -> line.addData(sample.distance, sample.displacement));
        final double least = samples.stream().mapToDouble(Sample::distance).min().orElse(0);
        final double most = samples.stream().mapToDouble(Sample::distance).max().orElse(0);
        final List<Bin> all = new ArrayList<>();
        final List<List<Double>> members = new ArrayList<>();
        for (int i = 0; i < bins; i++) {
            members.add(new ArrayList<>());
        }
        for (final Sample sample : samples) {
            final double part = most > least ? (sample.distance - least) / (most - least) : 0;
            members.get(Math.min(bins - 1, (int)(part * bins))).add(sample.displacement);
        }
        for (int i = 0; i < bins && !samples.isEmpty(); i++) {
            all.add(bin(least + i * (most - least) / bins, least + (i + 1) * (most - least) / bins, members.get(i)));
        }
        return new DepthProfile(bin(least, most, samples.stream().map(Sample::displacement).toList()),
            List.copyOf(all), line.getSlope(), samples.size() > 2 ? line.getSlopeStdErr() : Double.NaN,
            line.getIntercept(), line.getRSquare());
    }

    private static Bin bin(final double from, final double to, final List<Double> values) {
        final double mean = values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
        final double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return new Bin(from, to, values.size(), mean,
            values.size() > 1 ? Math.sqrt(squares / (values.size() - 1)) : Double.NaN);
    }

    /**
     * The profile of a scan: of the particles that were in the first one.
     *
     * @param certainOnly whether particles count whose links are all beyond doubt, and no others
     */
    public static DepthProfile of(final Tracks tracks, final int scan, final CollectorPlane collector,
        final boolean certainOnly, final int bins) {
        final List<Sample> samples = new ArrayList<>();
        for (final Track track : tracks.all()) {
            if (!certainOnly || track.isCertain(scan)) {
                track.displacement(scan).ifPresent(moved -> samples.add(
                    new Sample(collector.distance(track.first().particle().centre()), collector.away(moved))));
            }
        }
        return of(samples, bins);
    }
}
