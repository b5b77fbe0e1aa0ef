// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.Arrays;

import org.electrode4d.volume.statistics.OrderStatistics;

/**
 * How far one list of numbers is from another: statistics of the differences {@code d = measured - true}.
 *
 * @param count of the pairs
 * @param meanMeasured mean of the measured values
 * @param meanTrue mean of the true values
 * @param bias mean of d
 * @param standardDeviation of d, with n - 1
 * @param rms root of the mean of d squared
 * @param median of |d|
 * @param percentile90 of |d|
 * @param maximum of |d|
 */
record DifferenceStatistics(int count, double meanMeasured, double meanTrue, double bias, double standardDeviation,
    double rms, double median, double percentile90, double maximum) {

    /** All but the count are NaN where there are no values. */
    static DifferenceStatistics of(final double[] measured, final double[] truth) {
        final int n = measured.length;
        final double[] d = new double[n];
        double squares = 0;
        for (int i = 0; i < n; i++) {
            d[i] = measured[i] - truth[i];
            squares += d[i] * d[i];
        }
        final double bias = mean(d);
        double variance = 0;
        for (final double difference : d) {
            variance += (difference - bias) * (difference - bias);
        }
        final double[] sorted = Arrays.stream(d).map(Math::abs).sorted().toArray();
        return new DifferenceStatistics(n, mean(measured), mean(truth), bias,
            n > 1 ? Math.sqrt(variance / (n - 1)) : Double.NaN, Math.sqrt(squares / n),
            OrderStatistics.quantile(sorted, 0.5), OrderStatistics.quantile(sorted, 0.9),
            OrderStatistics.quantile(sorted, 1));
    }

    private static double mean(final double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    double[] numbers() {
        return new double[]{meanMeasured, meanTrue, bias, standardDeviation, rms, median, percentile90, maximum};
    }
}
