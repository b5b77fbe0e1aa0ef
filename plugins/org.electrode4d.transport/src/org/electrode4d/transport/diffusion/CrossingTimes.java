// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import java.util.Arrays;

/**
 * When each of some growing quantities first passes a threshold: between two times on the parabola through the last three,
 * which is as accurate as the steps.
 */
final class CrossingTimes {

    private static final int BISECTIONS = 60;

    private final double threshold;
    private final double[] crossings;
    private double[] previous;
    private double[] before;
    private double previousTime;
    private double timeBefore = Double.NaN;

    CrossingTimes(final int count, final double threshold) {
        this.threshold = threshold;
        crossings = new double[count];
        Arrays.fill(crossings, Double.NaN);
    }

    void add(final double time, final double[] values) {
        for (int i = 0; i < crossings.length; i++) {
            if (Double.isNaN(crossings[i]) && values[i] >= threshold) {
                crossings[i] = previous == null ? time : crossing(i, time, values[i]);
            }
        }
        before = previous;
        timeBefore = previousTime;
        previous = values.clone();
        previousTime = time;
    }

    private double crossing(final int i, final double time, final double value) {
        double low = previousTime;
        double high = time;
        for (int step = 0; step < BISECTIONS; step++) {
            final double middle = (low + high) / 2;
            if (at(i, middle, time, value) < threshold) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Newton's form of the parabola; a line where there are only two times. */
    private double at(final int i, final double t, final double time, final double value) {
        final double slope = (value - previous[i]) / (time - previousTime);
        double result = previous[i] + slope * (t - previousTime);
        if (before != null) {
            final double earlier = (previous[i] - before[i]) / (previousTime - timeBefore);
            result += (slope - earlier) / (time - timeBefore) * (t - previousTime) * (t - time);
        }
        return result;
    }

    /** NaN for what did not reach the threshold. */
    double[] times() {
        return crossings.clone();
    }
}
