// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

/**
 * When an iteration ends.
 *
 * @param maximumIterations at least one
 * @param tolerance the largest movement of a window's corner in the last increment, or in the next one if the last two
 *     foretell it, in voxels; the same meaning for every window size, unlike a norm over displacements and strains
 * @param freedom what a window can do
 * @param accuracy of the grey values between voxels
 * @param minimumCoverage the part of the complete window that must take part in the comparison, 0 (exclusive) to 1: its
 *     voxels lie in the reference and in the mask, and where they are mapped to lies in the deformed volume. The two
 *     voxels along an axis that gradient and spline cannot use beside a face do not count as missing there
 */
public record ConvergenceSettings(int maximumIterations, double tolerance, Freedom freedom, Accuracy accuracy,
    double minimumCoverage) {

    /** @throws IllegalArgumentException for values out of range */
    public ConvergenceSettings {
        if (maximumIterations < 1) {
            throw new IllegalArgumentException("At least one iteration is needed, not " + maximumIterations + ".");
        }
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException(
                "The tolerance must be greater than zero, but is " + tolerance + " voxels.");
        }
        if (!(minimumCoverage > 0 && minimumCoverage <= 1)) {
            throw new IllegalArgumentException("The part of a window that must be inside lies between 0 and 1, not at "
                + minimumCoverage + ".");
        }
    }

    /** 50 iterations, a thousandth of a voxel, affine, exact, half of the window. */
    public static ConvergenceSettings local() {
        return new ConvergenceSettings(50, 1e-3, Freedom.AFFINE, Accuracy.EXACT, 0.5);
    }

    /** 100 iterations, a thousandth of a voxel at the volume's corner, affine, exact, a third of the volume. */
    public static ConvergenceSettings registration() {
        return new ConvergenceSettings(100, 1e-3, Freedom.AFFINE, Accuracy.EXACT, 1.0 / 3);
    }

    public ConvergenceSettings withAccuracy(final Accuracy other) {
        return new ConvergenceSettings(maximumIterations, tolerance, freedom, other, minimumCoverage);
    }

    public ConvergenceSettings withFreedom(final Freedom other) {
        return new ConvergenceSettings(maximumIterations, tolerance, other, accuracy, minimumCoverage);
    }

    public ConvergenceSettings withMaximumIterations(final int iterations) {
        return new ConvergenceSettings(iterations, tolerance, freedom, accuracy, minimumCoverage);
    }

    public ConvergenceSettings withTolerance(final double voxels) {
        return new ConvergenceSettings(maximumIterations, voxels, freedom, accuracy, minimumCoverage);
    }

    public ConvergenceSettings withMinimumCoverage(final double part) {
        return new ConvergenceSettings(maximumIterations, tolerance, freedom, accuracy, part);
    }
}
