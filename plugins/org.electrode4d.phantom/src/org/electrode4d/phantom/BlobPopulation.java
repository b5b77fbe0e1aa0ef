// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/**
 * Gaussian blobs of one kind, placed anywhere with equal probability.
 *
 * @param spacing voxels; one blob per cube of this edge on average
 * @param minSigma smallest standard deviation of a blob, voxels
 * @param maxSigma largest standard deviation, voxels; sizes in between are equally probable
 * @param amplitude blobs are brighter and darker than the mean, between minus and plus this
 */
public record BlobPopulation(double spacing, double minSigma, double maxSigma, double amplitude) {

    /** Fine grains, sigma 1.5 to 2.5 voxels, that local correlation holds on to. */
    public static final BlobPopulation FINE = new BlobPopulation(5, 1.5, 2.5, 1);

    /** Coarse ones, sigma 5 to 8 voxels, that survive the first steps of a pyramid. */
    public static final BlobPopulation COARSE = new BlobPopulation(16, 5, 8, 1.2);

    private static final double MOST_PER_BLOB = 1e5;

    /** @throws IllegalArgumentException for ranges that make no texture, or one too dense to render */
    public BlobPopulation {
        if (!(minSigma >= 0.5 && minSigma <= maxSigma && maxSigma <= 1000)) {
            throw new IllegalArgumentException("The standard deviation of blobs must lie between 0.5 and 1000 voxels, "
                + "the smaller first, not " + minSigma + " to " + maxSigma + " voxels.");
        }
        if (!(spacing >= 1 && spacing <= 10_000)) {
            throw new IllegalArgumentException(
                "The mean spacing of blobs must lie between 1 and 10000 voxels, not " + spacing + ".");
        }
        if (!(amplitude > 0) || Double.isInfinite(amplitude)) {
            throw new IllegalArgumentException("The amplitude of blobs must be greater than zero, not " + amplitude
                + ".");
        }
        final double overlap = Math.pow(2 * GaussianProfile.CUT_OFF * maxSigma / spacing, 3);
        if (overlap > MOST_PER_BLOB) {
            throw new IllegalArgumentException("With a standard deviation of " + maxSigma + " voxels and a spacing of "
                + spacing + " voxels about " + Math.round(overlap) + " blobs overlap at every voxel; use at most "
                + Math.round(MOST_PER_BLOB) + " (greater spacing or smaller blobs).");
        }
    }
}
