// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.score;

/**
 * How far the boundaries of a class in a reference and in a segmentation are apart: distances between centres of
 * voxels, from each voxel of one boundary to the nearest one of the other, in both directions taken together.
 *
 * @param mean in µm, also called average symmetric surface distance
 * @param percentile95 in µm
 * @param largest in µm, the Hausdorff distance
 * @param precision share of the segmentation's boundary within the tolerance of the reference's
 * @param recall share of the reference's boundary within the tolerance of the segmentation's
 */
public record BoundaryScore(double mean, double percentile95, double largest, double precision, double recall) {

    /** The harmonic mean of precision and recall; 0 where both are. */
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    static BoundaryScore of(final BoundaryDistances toReference, final BoundaryDistances toSegmentation,
        final double tolerance) {
        final BoundaryDistances both = toReference.with(toSegmentation);
        return new BoundaryScore(both.mean(), both.quantile(0.95), both.quantile(1),
            toReference.shareWithin(tolerance), toSegmentation.shareWithin(tolerance));
    }
}
