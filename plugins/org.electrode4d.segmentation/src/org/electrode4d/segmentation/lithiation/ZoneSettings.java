// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

import org.electrode4d.segmentation.SegmentationException;

/**
 * How a particle is divided by the depth below its surface. The skin lies next to the surface: there blur and the least
 * misregistration of the scans make residuals in every particle. Below it are shell and core.
 *
 * @param skin thickness in µm; about the resolution of the scans
 * @param shell depth at which the core begins, as a part of the largest depth in the particle, 0 to 1
 * @param gap µm: gaps in a particle up to this width, such as cracks, belong to it, and those of up to three voxels; 0
 *     for none
 */
public record ZoneSettings(double skin, double shell, double gap) {

    /** @throws SegmentationException for lengths below zero, or a core that begins nowhere in the particle */
    public ZoneSettings {
        requireLength(skin, "The thickness of the skin");
        requireLength(gap, "The widest gap");
        if (!(shell > 0 && shell < 1)) {
            throw new SegmentationException("The core begins at " + shell
                + " of the inner radius, but must begin between 0 and 1.");
        }
    }

    /** For scans with a resolution of 0.3 µm. */
    public static ZoneSettings defaults() {
        return new ZoneSettings(0.3, 0.6, 0.6);
    }

    private static void requireLength(final double length, final String what) {
        if (!(length >= 0) || Double.isInfinite(length)) {
            throw new SegmentationException(what + " is " + length + " µm, but must be a number of at least zero.");
        }
    }
}
