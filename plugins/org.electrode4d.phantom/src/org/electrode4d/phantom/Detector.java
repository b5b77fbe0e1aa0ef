// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.VoxelType;

/**
 * How a texture becomes grey values: the same law for both states, then noise of each state's own.
 *
 * @param mean grey value of the reference state on average
 * @param standardDeviation of the reference state's grey values, without noise
 * @param signalToNoise {@code standardDeviation} of the texture over that of the Gaussian noise; infinite for none
 * @param noiseSeed equal seeds make equal noise
 * @param type UINT16, rounded and clipped to 0 ... 65535, or FLOAT32, as computed
 */
public record Detector(double mean, double standardDeviation, double signalToNoise, long noiseSeed, VoxelType type) {

    /** Mean 28000, standard deviation 5000, no noise, UINT16: hardly a voxel is clipped. */
    public static final Detector NOISE_FREE = new Detector(28_000, 5_000, Double.POSITIVE_INFINITY, 0,
        VoxelType.UINT16);

    /** @throws IllegalArgumentException for values out of range */
    public Detector {
        if (!Double.isFinite(mean)) {
            throw new IllegalArgumentException("The mean grey value must be a number, not " + mean + ".");
        }
        if (!(standardDeviation > 0) || Double.isInfinite(standardDeviation)) {
            throw new IllegalArgumentException("The standard deviation of the grey values must be greater than zero, "
                + "not " + standardDeviation + ".");
        }
        if (!(signalToNoise > 0)) {
            throw new IllegalArgumentException("The signal-to-noise ratio must be greater than zero (infinite for no "
                + "noise), not " + signalToNoise + ".");
        }
        if (type != VoxelType.UINT16 && type != VoxelType.FLOAT32) {
            throw new IllegalArgumentException("A phantom has voxels of type UINT16 or FLOAT32, not " + type + ".");
        }
    }

    public Detector withNoise(final double newSignalToNoise, final long newSeed) {
        return new Detector(mean, standardDeviation, newSignalToNoise, newSeed, type);
    }

    public Detector withGreyValues(final double newMean, final double newStandardDeviation) {
        return new Detector(newMean, newStandardDeviation, signalToNoise, noiseSeed, type);
    }

    public Detector withType(final VoxelType newType) {
        return new Detector(mean, standardDeviation, signalToNoise, noiseSeed, newType);
    }

    /** Standard deviation of the noise in grey values; 0 for none. */
    public double noise() {
        return standardDeviation / signalToNoise;
    }
}
