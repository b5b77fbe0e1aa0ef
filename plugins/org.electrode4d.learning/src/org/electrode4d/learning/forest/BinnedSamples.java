// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.forest;

import java.util.Arrays;

/**
 * Labelled samples that a forest is grown from.
 *
 * @param bins of each feature of each sample: [feature][sample]
 * @param classes of each sample, from 0
 * @param classCount how many classes there are; each has at least one sample
 */
public record BinnedSamples(byte[][] bins, int[] classes, int classCount) {

    public int count() {
        return classes.length;
    }

    public int features() {
        return bins.length;
    }

    /** How many samples each class has. */
    public long[] perClass() {
        final long[] counts = new long[classCount];
        Arrays.stream(classes).forEach(c -> counts[c]++);
        return counts;
    }

    /** What a sample of each class counts: 1, or such that all classes weigh the same and the mean is 1. */
    double[] weights(final boolean balanced) {
        final double[] weights = new double[classCount];
        final long[] counts = perClass();
        for (int c = 0; c < classCount; c++) {
            weights[c] = balanced ? (double)count() / (classCount * (double)counts[c]) : 1;
        }
        return weights;
    }
}
