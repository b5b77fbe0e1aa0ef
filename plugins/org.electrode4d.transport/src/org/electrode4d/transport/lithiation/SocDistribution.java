// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How the state of charge is distributed over the volume of a particle: every element counts with its mean and its
 * volume, which is right to second order in the size of elements.
 */
public final class SocDistribution {

    /** Ascending. */
    private final double[] values;
    /** Volumes of the elements, in the order of the values. */
    private final double[] weights;
    private final double total;

    private SocDistribution(final double[] values, final double[] weights, final double total) {
        this.values = values;
        this.weights = weights;
        this.total = total;
    }

    /**
     * @param values of the elements; at least one
     * @param volumes of the elements, above zero
     */
    static SocDistribution of(final double[] values, final double[] volumes) {
        final int[] order = IntStream.range(0, values.length).boxed()
            .sorted(Comparator.comparingDouble(i -> values[i])).mapToInt(Integer::intValue).toArray();
        final double[] sorted = new double[order.length];
        final double[] weights = new double[order.length];
        double total = 0;
        for (int i = 0; i < order.length; i++) {
            sorted[i] = values[order[i]];
            weights[i] = volumes[order[i]];
            total += weights[i];
        }
        return new SocDistribution(sorted, weights, total);
    }

    /**
     * The value that a part of the volume stays below, interpolated between the middles of elements.
     *
     * @param part 0 to 1: 0.5 for the median
     */
    public double quantile(final double part) {
        final double wanted = part * total;
        double before = -1;
        double below = 0;
        for (int i = 0; i < values.length; i++) {
            final double middle = below + weights[i] / 2;
            if (middle >= wanted) {
                return before < 0 ? values[i]
                    : values[i - 1] + (values[i] - values[i - 1]) * (wanted - before) / (middle - before);
            }
            before = middle;
            below += weights[i];
        }
        return values[values.length - 1];
    }

    /** The width of the interval that the middle part of the volume lies in: 0.5 for the 50 % interval. */
    public double interval(final double part) {
        return quantile((1 + part) / 2) - quantile((1 - part) / 2);
    }

    /**
     * Shares of the volume in bins of equal width; what lies outside is not counted.
     *
     * @param from lower edge of the first bin
     * @param to upper edge of the last bin, which belongs to it
     * @return summing to 1 if nothing lies outside
     */
    public double[] histogram(final double from, final double to, final int bins) {
        final double[] shares = new double[bins];
        for (int i = 0; i < values.length; i++) {
            if (values[i] >= from && values[i] <= to) {
                shares[Math.min(bins - 1, (int)((values[i] - from) / (to - from) * bins))] += weights[i] / total;
            }
        }
        return shares;
    }
}
