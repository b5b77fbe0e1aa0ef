// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.edge;

import java.util.Arrays;

/**
 * Mean and standard deviation of a sample.
 *
 * @param mean NaN of an empty sample
 * @param standardDeviation with the number less one in the denominator; NaN of less than two
 */
public record Spread(double mean, double standardDeviation) {

    static Spread of(final double[] values) {
        final double mean = Arrays.stream(values).average().orElse(Double.NaN);
        final double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
        return new Spread(mean, values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1)));
    }
}
