// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

/**
 * How the difference between a measured and a predicted volume becomes a map.
 *
 * @param sigma of the Gaussian that suppresses noise, in voxels; 0 for none
 * @param threshold smoothed absolute differences below this grey value count as noise and become 0; it belongs to the
 *     grey scale of the volumes and is best taken from two scans of the same state
 * @param matchGreys whether the predicted volume gets the mean and the contrast of the measured one first
 * @param accuracy EXACT samples with a cubic B-spline, FAST trilinearly
 * @param unpredicted what stands where nothing can be predicted
 */
public record ResidualSettings(double sigma, double threshold, boolean matchGreys, Accuracy accuracy,
    Unpredicted unpredicted) {

    /** @throws IllegalArgumentException for negative numbers */
    public ResidualSettings {
        if (!(sigma >= 0)) {
            throw new IllegalArgumentException("The Gaussian's sigma cannot be " + sigma + " voxels.");
        }
        if (!(threshold >= 0)) {
            throw new IllegalArgumentException("The noise threshold cannot be " + threshold + ".");
        }
    }

    /** The published choice for 16-bit volumes: sigma 2 voxels, threshold 5000, greys as they are. */
    public static ResidualSettings defaults() {
        return new ResidualSettings(2, 5000, false, Accuracy.EXACT, Unpredicted.ZERO);
    }

    public ResidualSettings withThreshold(final double grey) {
        return new ResidualSettings(sigma, grey, matchGreys, accuracy, unpredicted);
    }

    public ResidualSettings withSigma(final double voxels) {
        return new ResidualSettings(voxels, threshold, matchGreys, accuracy, unpredicted);
    }

    public ResidualSettings withMatchedGreys(final boolean match) {
        return new ResidualSettings(sigma, threshold, match, accuracy, unpredicted);
    }

    public ResidualSettings withAccuracy(final Accuracy sampling) {
        return new ResidualSettings(sigma, threshold, matchGreys, sampling, unpredicted);
    }

    public ResidualSettings withUnpredicted(final Unpredicted value) {
        return new ResidualSettings(sigma, threshold, matchGreys, accuracy, value);
    }
}
