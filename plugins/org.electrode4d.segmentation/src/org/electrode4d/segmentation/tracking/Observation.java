// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.List;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Point;

/**
 * A particle as one scan shows it.
 *
 * @param label of its voxels, greater than zero
 * @param centre of mass in µm, in the coordinates that all scans share
 * @param volume µm³, greater than zero
 */
public record Observation(int label, Point centre, double volume) {

    /** @throws SegmentationException for a label, a centre or a volume that no particle has */
    public Observation {
        if (label < 1) {
            throw new SegmentationException("A particle has the label " + label + ", but labels of particles are 1 or "
                + "more, at most 2147483647. Label the particles anew.");
        }
        if (!Double.isFinite(centre.x() + centre.y() + centre.z())) {
            throw new SegmentationException("The centre of particle " + label + " is " + centre
                + ", but must be a position in µm.");
        }
        if (!(volume > 0) || Double.isInfinite(volume)) {
            throw new SegmentationException("The volume of particle " + label + " is " + volume
                + " µm³, but must be greater than zero.");
        }
    }

    Observation at(final Point place) {
        return new Observation(label, place, volume);
    }

    /** Radius of the ball of the same volume, µm. */
    double radius() {
        return Math.cbrt(3 * volume / (4 * Math.PI));
    }

    /** Several as if they were one: volumes add up, the centre is that of all; the label is that of the first. */
    static Observation joined(final List<Observation> parts) {
        Point moment = Point.ORIGIN;
        double volume = 0;
        for (final Observation part : parts) {
            moment = moment.plus(part.centre.times(part.volume));
            volume += part.volume;
        }
        return new Observation(parts.get(0).label, moment.times(1 / volume), volume);
    }
}
