// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

import org.electrode4d.segmentation.SegmentationException;

/**
 * What of a residual map counts.
 *
 * @param threshold residuals above it count, in grey values; 0 where the map is cleaned of noise already
 * @param leastVolume µm³: smaller connected parts of the residual are noise and left out
 * @param leastBranch µm: branches of the skeleton that end freely count from this length on; shorter ones come from a
 *     rough surface
 */
public record PathSettings(double threshold, double leastVolume, double leastBranch) {

    /** @throws SegmentationException for numbers below zero */
    public PathSettings {
        if (!(threshold >= 0 && leastVolume >= 0 && leastBranch >= 0)) {
            throw new SegmentationException("Residuals count above " + threshold + " grey values, from " + leastVolume
                + " µm³ and branches of " + leastBranch + " µm on, but none of these may be below zero.");
        }
    }

    /** For maps whose noise is 0 already, of scans with a resolution of 0.3 µm. */
    public static PathSettings defaults() {
        return new PathSettings(0, 0.03, 0.5);
    }
}
