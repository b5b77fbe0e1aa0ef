// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.phase;

import java.util.Arrays;

/**
 * How numbers scatter, such as the fractions of slices or what sub-volumes have; NaN without any.
 *
 * @param standardDeviation with their number n in the denominator: of these numbers as they are
 * @param sampleDeviation with n - 1: an estimate for the electrode that they are taken from; NaN for fewer than two
 */
public record SampleStatistics(double min, double mean, double max, double standardDeviation, double sampleDeviation) {

    static SampleStatistics of(final double[] values) {
        final double mean = Arrays.stream(values).sum() / values.length;
        final double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
        return new SampleStatistics(Arrays.stream(values).min().orElse(Double.NaN), mean,
            Arrays.stream(values).max().orElse(Double.NaN), Math.sqrt(squares / values.length),
            values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : Double.NaN);
    }
}
