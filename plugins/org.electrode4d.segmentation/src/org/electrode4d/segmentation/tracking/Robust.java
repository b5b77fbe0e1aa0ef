// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.Arrays;

/** Statistics that outliers hardly move. */
final class Robust {

    /** Standard deviation of a normal distribution over its median absolute deviation. */
    private static final double NORMAL = 1.4826;

    private Robust() {
    }

    /** NaN of nothing. */
    static double median(final double[] values) {
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        final int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    /** The standard deviation that the median of absolute deviations from a centre tells. */
    static double deviation(final double[] values, final double centre) {
        return NORMAL * median(Arrays.stream(values).map(value -> Math.abs(value - centre)).toArray());
    }
}
