// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.threshold;

/**
 * What a stage did.
 *
 * @param number of the stage, from 1
 * @param stage as it was asked for
 * @param grey the histogram of the voxels that earlier stages had left: the range is from its first to its last value
 * @param thresholds one less than classes, ascending
 * @param voxels of each class, from dark to bright
 */
public record StageResult(int number, Stage stage, GreyCounts grey, double[] thresholds, long[] voxels) {

    /** The smallest value of a class, from 0; that of an empty class is its threshold. */
    public double from(final int classIndex) {
        final int bin = classIndex == 0 ? 0 : grey.below(thresholds[classIndex - 1]);
        return voxels[classIndex] == 0 ? limit(classIndex - 1) : grey.value(bin);
    }

    /** The largest value of a class, from 0; that of an empty class is its threshold. */
    public double to(final int classIndex) {
        final int bins = classIndex == thresholds.length ? grey.bins() : grey.below(thresholds[classIndex]);
        return voxels[classIndex] == 0 ? limit(classIndex) : grey.value(bins - 1);
    }

    private double limit(final int threshold) {
        return thresholds[Math.max(0, Math.min(thresholds.length - 1, threshold))];
    }
}
