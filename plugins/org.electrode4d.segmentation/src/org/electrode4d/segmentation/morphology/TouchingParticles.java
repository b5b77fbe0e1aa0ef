// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.util.Optional;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.morphology.VolumeBorder;

/**
 * Particles that touch each other, to be cut apart by the distance to their outside.
 *
 * @param mask of all of them, of an integer type, 0 = outside
 * @param border what is beyond the volume: with {@link VolumeBorder#OPEN} a particle that is cut by the border is not
 *     seen as thinner there
 * @param markers one label for each particle, 0 elsewhere; empty to find them by their peaks
 */
public record TouchingParticles(Volume mask, VolumeBorder border, Optional<LabelVolume> markers) {

    /** @throws org.electrode4d.segmentation.SegmentationException for a mask of FLOAT32, or if shapes or voxel sizes
     *     differ */
    public TouchingParticles {
        Masks.requireIntegers(mask, "the mask");
        markers.ifPresent(labels -> Masks.requireAlike(mask, labels.volume()));
    }

    /** Found by their peaks, with nothing known beyond the border. */
    public static TouchingParticles of(final Volume mask) {
        return new TouchingParticles(mask, VolumeBorder.OPEN, Optional.empty());
    }

    public TouchingParticles withBorder(final VolumeBorder beyond) {
        return new TouchingParticles(mask, beyond, markers);
    }

    public TouchingParticles from(final LabelVolume labels) {
        return new TouchingParticles(mask, border, Optional.of(labels));
    }
}
