// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.morphology.Connectivity;

/**
 * What makes a particle of its own.
 *
 * @param leastDynamic h: by how much the relief must rise from the saddle towards a higher peak to a peak that counts;
 *     µm for distances, else in values of the relief; 0 keeps every peak
 * @param leastDistance in µm between the peaks of particles that touch: nearer ones become one; 0 for none
 * @param leastVolume in µm³ of a particle that touches another: a smaller one becomes part of the one with which it has
 *     most faces of voxels in common; 0 for none. One that touches none stays
 * @param lines whether particles that touch are separated by a line of voxels, 0, taken from the larger one
 * @param connectivity of the neighbours to which a flood goes on
 */
public record WatershedSettings(double leastDynamic, double leastDistance, double leastVolume, boolean lines,
    Connectivity connectivity) {

    /** @throws SegmentationException for a negative number */
    public WatershedSettings {
        require(leastDynamic, "height h of a peak");
        require(leastDistance, "distance between peaks");
        require(leastVolume, "volume of a particle");
    }

    /** Every peak of at least h, face to face, without lines. */
    public static WatershedSettings of(final double leastDynamic) {
        return new WatershedSettings(leastDynamic, 0, 0, false, Connectivity.FACES);
    }

    public WatershedSettings withLeastDistance(final double micrometres) {
        return new WatershedSettings(leastDynamic, micrometres, leastVolume, lines, connectivity);
    }

    public WatershedSettings withLeastVolume(final double cubicMicrometres) {
        return new WatershedSettings(leastDynamic, leastDistance, cubicMicrometres, lines, connectivity);
    }

    public WatershedSettings withLines(final boolean separated) {
        return new WatershedSettings(leastDynamic, leastDistance, leastVolume, separated, connectivity);
    }

    public WatershedSettings withConnectivity(final Connectivity neighbours) {
        return new WatershedSettings(leastDynamic, leastDistance, leastVolume, lines, neighbours);
    }

    private static void require(final double value, final String what) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new SegmentationException("The smallest " + what + " is " + value
                + ", but must be 0 or a number greater than that.");
        }
    }
}
