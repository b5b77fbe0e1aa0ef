// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.phase;

import java.util.Arrays;

/**
 * How a number differs from slice to slice.
 *
 * @param min of all slices
 * @param standardDeviation with the number of slices n in the denominator: of these slices as they are
 * @param sampleDeviation with n - 1: an estimate for the electrode that they are taken from; NaN for a single slice
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
