// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.statistics;

/** Quantiles of numbers that are all at hand. */
public final class OrderStatistics {

    private OrderStatistics() {
    }

    /**
     * A quantile, interpolated linearly between order statistics (type 7 of Hyndman and Fan 1996).
     *
     * @param sorted ascending, without NaN
     * @param part 0 for the smallest number, 0.5 for the median, 1 for the largest
     * @return NaN if there are no numbers
     */
    public static double quantile(final double[] sorted, final double part) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        final double place = part * (sorted.length - 1);
        final int lower = (int)place;
        final int upper = Math.min(lower + 1, sorted.length - 1);
        return sorted[lower] + (place - lower) * (sorted[upper] - sorted[lower]);
    }
}
