// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.statistics;

/**
 * What the values of a volume are like.
 *
 * @param count of finite values; those that are not a number or infinite are not counted
 * @param min smallest value
 * @param max largest value
 * @param mean of all values
 * @param standardDeviation of all values, with {@code count} in the denominator
 * @param notFinite how many values are not a number or infinite
 * @param histogram of the finite values
 */
public record Statistics(long count, double min, double max, double mean, double standardDeviation, long notFinite,
    Histogram histogram) {

    /**
     * The value that a part of all values does not exceed: exact for 8- and 16-bit integers, to 1/65536 of the range
     * for other types, and never outside of the range.
     *
     * @param part 0 to 1: 0.5 is the median
     */
    public double quantile(final double part) {
        return Math.max(min, Math.min(max, histogram.quantile(part)));
    }

    public double median() {
        return quantile(0.5);
    }
}
