// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

/** Sums over voxels that are measured and predicted: means, variances and correlation of both. */
final class GreySums {

    private long count;
    private double g;
    private double gg;
    private double p;
    private double pp;
    private double gp;

    /** Voxels that are NaN in either do not count. */
    void add(final float measured, final float predicted) {
        if (measured == measured && predicted == predicted) {
            count++;
            g += measured;
            gg += (double)measured * measured;
            p += predicted;
            pp += (double)predicted * predicted;
            gp += (double)measured * predicted;
        }
    }

    /** New sums over the voxels of both. */
    GreySums join(final GreySums other) {
        final GreySums sum = new GreySums();
        sum.count = count + other.count;
        sum.g = g + other.g;
        sum.gg = gg + other.gg;
        sum.p = p + other.p;
        sum.pp = pp + other.pp;
        sum.gp = gp + other.gp;
        return sum;
    }

    long count() {
        return count;
    }

    double meanOfMeasured() {
        return g / count;
    }

    double meanOfPredicted() {
        return p / count;
    }

    double varianceOfMeasured() {
        return gg / count - meanOfMeasured() * meanOfMeasured();
    }

    double varianceOfPredicted() {
        return pp / count - meanOfPredicted() * meanOfPredicted();
    }

    /** Standard deviation of measured minus predicted. */
    double differenceSd() {
        final double covariance = gp / count - meanOfMeasured() * meanOfPredicted();
        return Math.sqrt(Math.max(0, varianceOfMeasured() + varianceOfPredicted() - 2 * covariance));
    }

    /** Zero-mean normalised cross-correlation; NaN without contrast. */
    double zncc() {
        final double covariance = gp / count - meanOfMeasured() * meanOfPredicted();
        return covariance / Math.sqrt(varianceOfMeasured() * varianceOfPredicted());
    }
}
