// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import org.electrode4d.phantom.CounterRandom;

/**
 * A smooth function of x and y: a few waves. Over the view it has mean 0 and standard deviation 1, and hardly leaves
 * -2.2 to 2.2.
 */
final class LateralField {

    static final double LARGEST = 2.2;

    private static final int WAVES = 4;
    private static final double LARGEST_LIKENESS = 0.08;
    private static final double SHORTEST = 30;
    private static final double LONGEST = 60;
    /** A view of less than this has shorter waves, so that it does not only show a slope. */
    private static final double USUAL_EXTENT = 40;
    private static final int SAMPLES = 64;
    private static final int ATTEMPTS = 200;

    private final double[] kx = new double[WAVES];
    private final double[] ky = new double[WAVES];
    private final double[] phase = new double[WAVES];
    private double mean;
    private double factor = 1;
    private double highest;

    private LateralField(final CounterRandom random, final double extent) {
        final double scale = Math.min(1, extent / USUAL_EXTENT);
        // directions that differ: else some views see hardly more than one wave
        final double first = random.between(0, Math.PI, 0);
        for (int i = 0; i < WAVES; i++) {
            final double direction = first + Math.PI * (i + random.between(-0.3, 0.3, 3 * i + 1)) / WAVES;
            final double k = 2 * Math.PI / (scale * random.between(SHORTEST, LONGEST, 3 * i + 2));
            kx[i] = k * Math.cos(direction);
            ky[i] = k * Math.sin(direction);
            phase[i] = random.between(0, 2 * Math.PI, 3 * i + 3);
        }
    }

    /**
     * Several sets of waves are tried, and the first without too high peaks is taken.
     *
     * @param seed of the field
     * @param other a field with which it shall hardly be correlated over the view, or null
     * @param width of the view along x, µm, which begins at 0
     * @param height of the view along y, µm
     */
    static LateralField of(final long seed, final LateralField other, final double width, final double height) {
        LateralField best = null;
        double least = Double.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && least > 0; attempt++) {
            final LateralField field = new LateralField(CounterRandom.of(seed, attempt), Math.max(width, height));
            field.standardise(width, height);
            final double likeness = other == null ? 0 : Math.abs(field.correlation(other, width, height));
            final double fault = Math.max(0, field.highest - LARGEST) + Math.max(0, likeness - LARGEST_LIKENESS);
            if (fault < least) {
                least = fault;
                best = field;
            }
        }
        return best;
    }

    private double correlation(final LateralField other, final double width, final double height) {
        double sum = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            final double x = (i % SAMPLES + 0.5) * width / SAMPLES;
            final double y = (i / SAMPLES + 0.5) * height / SAMPLES;
            sum += at(x, y) * other.at(x, y);
        }
        return sum / (SAMPLES * SAMPLES);
    }

    private void standardise(final double width, final double height) {
        double sum = 0;
        double squares = 0;
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (int j = 0; j < SAMPLES; j++) {
            for (int i = 0; i < SAMPLES; i++) {
                final double value = at((i + 0.5) * width / SAMPLES, (j + 0.5) * height / SAMPLES);
                sum += value;
                squares += value * value;
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        final double count = SAMPLES * SAMPLES;
        mean = sum / count;
        factor = 1 / Math.sqrt(squares / count - mean * mean);
        highest = factor * Math.max(high - mean, mean - low);
    }

    double at(final double x, final double y) {
        double sum = -mean;
        for (int i = 0; i < WAVES; i++) {
            sum += Math.cos(kx[i] * x + ky[i] * y + phase[i]);
        }
        return factor * sum;
    }

    /** No value is larger anywhere, up to its sign. */
    double largest() {
        return factor * (WAVES + Math.abs(mean));
    }

    /** Larger than the slope anywhere. */
    double steepest() {
        double sum = 0;
        for (int i = 0; i < WAVES; i++) {
            sum += Math.hypot(kx[i], ky[i]);
        }
        return factor * sum;
    }

    double slopeX(final double x, final double y) {
        return slope(kx, x, y);
    }

    double slopeY(final double x, final double y) {
        return slope(ky, x, y);
    }

    private double slope(final double[] k, final double x, final double y) {
        double sum = 0;
        for (int i = 0; i < WAVES; i++) {
            sum -= k[i] * Math.sin(kx[i] * x + ky[i] * y + phase[i]);
        }
        return factor * sum;
    }
}
