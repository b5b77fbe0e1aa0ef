// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import org.electrode4d.volume.Point;

/**
 * What a link costs. Displacement: {@code 6 ln(1 + d² / (12 s²))}, where d is the distance of predicted and measured
 * centre and s the scale: {@code d² / (2 s²)} for small d, the squared distance that the usual assignment minimises,
 * but growing slowly beyond 3 s, so that one odd particle does not push its neighbours into wrong links (Student's t
 * with 9 degrees of freedom). Volume: {@code 2 ln(1 + q² / 4)} with q the logarithm of the ratio of volumes, less that
 * of all, over its scale. Overlap: {@code -ln(0.05 + 0.95 o)} of the share o of voxels.
 *
 * @param displacementScale µm
 * @param volumeShift logarithm of the ratio of volumes that is expected
 * @param volumeScale standard deviation of the logarithm of the ratio of volumes
 */
record LinkCost(LinkWeights weights, double displacementScale, double volumeShift, double volumeScale) {

    private static final double DISPLACEMENT_TAIL = 6;
    private static final double VOLUME_TAIL = 2;
    private static final double LEAST_OVERLAP = 0.05;

    /** @param predicted the earlier particle, where it is expected */
    double of(final Observation predicted, final Observation measured) {
        return weights.displacement() * tail(deviation(predicted.centre(), measured.centre()), DISPLACEMENT_TAIL)
            + weights.volume() * tail(volumeDeviation(predicted, measured), VOLUME_TAIL);
    }

    /** @param share of the voxels of the predicted particle that are in the candidate, 0 to 1 */
    double ofOverlap(final double share) {
        return -weights.overlap() * Math.log(LEAST_OVERLAP + (1 - LEAST_OVERLAP) * share);
    }

    private static double tail(final double deviation, final double tail) {
        return tail * Math.log1p(deviation * deviation / (2 * tail));
    }

    /** Distance over the scale. */
    double deviation(final Point predicted, final Point measured) {
        return predicted.distance(measured) / displacementScale;
    }

    /** Deviation of the logarithm of the ratio of volumes over the scale. */
    double volumeDeviation(final Observation before, final Observation after) {
        return (Math.log(after.volume() / before.volume()) - volumeShift) / volumeScale;
    }
}
