// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.statistics;

/**
 * How often values occur. For 8- and 16-bit integers each value has a bin of its own; other types have
 * {@value #BINS} bins of equal width from the smallest to the largest value.
 */
public final class Histogram {

    static final int BINS = 65_536;

    private final double lower;
    private final double width;
    private final boolean exact;
    private final long[] counts;

    /**
     * @param lower the value of the first bin if exact, else its lower edge
     * @param width of a bin
     * @param counts not copied
     */
    Histogram(final double lower, final double width, final boolean exact, final long[] counts) {
        this.lower = lower;
        this.width = width;
        this.exact = exact;
        this.counts = counts;
    }

    /** Whether each bin is one value. */
    public boolean isExact() {
        return exact;
    }

    public int bins() {
        return counts.length;
    }

    public long count(final int bin) {
        return counts[bin];
    }

    /** The value of an exact bin; the centre of another. */
    public double value(final int bin) {
        return exact ? lower + bin : lower + (bin + 0.5) * width;
    }

    public double binWidth() {
        return width;
    }

    /**
     * The value that a part of all values does not exceed. Exact histograms give the smallest such value; others
     * interpolate within a bin and are right to one bin width.
     *
     * @param part 0 to 1: 0.5 is the median
     */
    double quantile(final double part) {
        if (!(part >= 0 && part <= 1)) {
            throw new IllegalArgumentException("A quantile is of a part from 0 to 1, not " + part + ".");
        }
        long total = 0;
        for (final long count : counts) {
            total += count;
        }
        // k values of n are asked for as k / n, which rounding must not make k and a bit
        final double wanted = part * total * (1 - 1e-12);
        long below = 0;
        int last = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            if (counts[bin] > 0) {
                last = bin;
                if (below + counts[bin] >= wanted) {
                    return inBin(bin, (wanted - below) / counts[bin]);
                }
                below += counts[bin];
            }
        }
        return inBin(last, 1);
    }

    private double inBin(final int bin, final double part) {
        return exact ? lower + bin : lower + (bin + part) * width;
    }
}
