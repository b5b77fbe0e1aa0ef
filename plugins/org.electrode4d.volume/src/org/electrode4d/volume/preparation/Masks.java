// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import org.electrode4d.volume.Volume;

/** What is asked of masks before work begins. */
final class Masks {

    private Masks() {
    }

    /** @throws IllegalArgumentException if a mask or labels do not belong to a volume, or are no integers */
    static void require(final Volume mask, final Volume volume) {
        if (!mask.type().isInteger()) {
            throw new IllegalArgumentException("A mask or labels are integers, but " + mask.name() + " is of type "
                + mask.type() + ". Take a segmentation, or make one with a threshold.");
        }
        if (!mask.shape().equals(volume.shape())) {
            throw new IllegalArgumentException(mask.name() + " has " + mask.shape() + " voxels, but " + volume.name()
                + " has " + volume.shape() + ". Both must have the same shape: crop one of them.");
        }
    }
}
