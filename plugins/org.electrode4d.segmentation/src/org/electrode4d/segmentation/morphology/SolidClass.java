// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import org.electrode4d.segmentation.SegmentationException;

/**
 * A class of solid and how its voxels are cleaned: opening first, then objects that are too small go, then closing and
 * holes take what no other class has.
 *
 * @param name such as "Silicon"
 * @param opening radius of the ball in µm that must fit; 0 for none
 * @param closing radius of the ball in µm whose gaps are filled; 0 for none
 * @param smallest volume of an object in µm³ that stays; 0 for all
 * @param fill whether holes are filled
 */
public record SolidClass(String name, double opening, double closing, double smallest, boolean fill) {

    /** @throws SegmentationException for a number that is negative or not finite, or a class without a name */
    public SolidClass {
        require(opening, "opening", "µm");
        require(closing, "closing", "µm");
        require(smallest, "smallest object", "µm³");
        if (name.isBlank()) {
            throw new SegmentationException("Every class of solid needs a name.");
        }
    }

    /** A class that is taken as it is found. */
    public static SolidClass of(final String name) {
        return new SolidClass(name, 0, 0, 0, false);
    }

    private static void require(final double value, final String what, final String unit) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new SegmentationException("The " + what + " of a class must be a number of " + unit
                + " that is not negative, but is " + value + ".");
        }
    }
}
