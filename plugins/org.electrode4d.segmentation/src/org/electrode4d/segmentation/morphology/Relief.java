// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.util.Optional;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Volume;

/**
 * What a watershed floods, from the peaks down.
 *
 * @param heights of any type; voxels whose height is not a number are outside
 * @param upsideDown whether the flood begins in the valleys, as on gradients, and h is their depth
 * @param mask that is divided, 0 = outside; empty for the whole volume
 * @param markers where regions begin, one per label, 0 elsewhere; empty to begin at the peaks
 */
public record Relief(Volume heights, boolean upsideDown, Optional<Volume> mask, Optional<LabelVolume> markers) {

    /** @throws org.electrode4d.segmentation.SegmentationException if shapes or voxel sizes differ, or for a mask of
     *     FLOAT32 */
    public Relief {
        mask.ifPresent(volume -> Masks.requireAlike(heights, Masks.requireIntegers(volume, "the mask")));
        markers.ifPresent(labels -> Masks.requireAlike(heights, labels.volume()));
    }

    /** Flooded from the brightest voxels, within the whole volume. */
    public static Relief ofPeaks(final Volume heights) {
        return new Relief(heights, false, Optional.empty(), Optional.empty());
    }

    /** Flooded from the darkest voxels, within the whole volume. */
    public static Relief ofValleys(final Volume heights) {
        return new Relief(heights, true, Optional.empty(), Optional.empty());
    }

    public Relief within(final Volume volume) {
        return new Relief(heights, upsideDown, Optional.of(volume), markers);
    }

    public Relief from(final LabelVolume labels) {
        return new Relief(heights, upsideDown, mask, Optional.of(labels));
    }
}
