// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

/**
 * Bins of equal width with fixed edges, so that histograms of different time steps can be compared. A bin holds its
 * lower edge, the last bin both.
 *
 * @param from lower edge of the first bin
 * @param to upper edge of the last bin
 * @param count number of bins, at most {@value #MOST}
 */
public record HistogramBins(double from, double to, int count) {

    private static final int MOST = 100_000;

    /** @throws IllegalArgumentException for no bins, too many, or a range that is empty or not finite */
    public HistogramBins {
        if (!(from < to) || Double.isInfinite(to - from)) {
            throw new IllegalArgumentException("The histogram must end above where it begins, but begins at " + from
                + " and ends at " + to + ".");
        }
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("A histogram has 1 to " + MOST + " bins, not " + count + ".");
        }
    }

    /** Edge {@code i} of count + 1. */
    public double edge(final int i) {
        return i == count ? to : from + i * ((to - from) / count);
    }

    /** The bins moved along the axis. */
    public HistogramBins shifted(final double by) {
        return by == 0 ? this : new HistogramBins(from + by, to + by, count);
    }

    /**
     * Counts values; O(values).
     *
     * @param values without NaN
     */
    public Counts count(final double[] values) {
        final int[] bins = new int[count];
        int below = 0;
        int above = 0;
        for (final double value : values) {
            if (value < from) {
                below++;
            } else if (value > to) {
                above++;
            } else {
                bins[bin(value)]++;
            }
        }
        return new Counts(this, bins, below, above);
    }

    private int bin(final double value) {
        int bin = (int)Math.min(count - 1.0, (value - from) / (to - from) * count);
        // the quotient rounds; the edges decide
        if (value < edge(bin)) {
            bin--;
        } else if (bin < count - 1 && value >= edge(bin + 1)) {
            bin++;
        }
        return bin;
    }

    /**
     * A histogram.
     *
     * @param bins what was counted into
     * @param inBins number of values in each bin
     * @param below number of values below the first bin
     * @param above number of values above the last bin
     */
    public record Counts(HistogramBins bins, int[] inBins, int below, int above) {
    }
}
