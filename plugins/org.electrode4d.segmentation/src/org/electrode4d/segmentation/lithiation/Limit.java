// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

import org.electrode4d.segmentation.SegmentationException;

/**
 * A soft threshold.
 *
 * @param value at which both sides are equally likely
 * @param softness distance from there at which one side has 73 %; greater than zero
 */
public record Limit(double value, double softness) {

    /** @throws SegmentationException for a softness that is not greater than zero */
    public Limit {
        if (!Double.isFinite(value) || !(softness > 0) || Double.isInfinite(softness)) {
            throw new SegmentationException("A limit of " + value + " with a softness of " + softness
                + " is none: the softness must be greater than zero.");
        }
    }

    /** Another value with the same softness. */
    public Limit withValue(final double other) {
        return new Limit(other, softness);
    }

    /** How likely a number is above: the logistic function 1 / (1 + exp(-(x - value) / softness)); 0.5 for NaN. */
    public double above(final double x) {
        return Double.isNaN(x) ? 0.5 : 1 / (1 + Math.exp((value - x) / softness));
    }
}
