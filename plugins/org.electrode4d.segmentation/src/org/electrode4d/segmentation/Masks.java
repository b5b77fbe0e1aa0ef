// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation;

import org.electrode4d.volume.Volume;

/** What is asked of masks and labels before a computation begins. */
public final class Masks {

    private Masks() {
    }

    /**
     * @param role of the volume, for the message: "the mask", "the labels"
     * @return the volume itself
     * @throws SegmentationException for FLOAT32, whose values are no labels
     */
    public static Volume requireIntegers(final Volume volume, final String role) {
        if (!volume.type().isInteger()) {
            throw new SegmentationException("The values of " + role + " must be integers, but " + volume.name()
                + " is of type " + volume.type() + ". Take a segmentation, or make one with a threshold.");
        }
        return volume;
    }

    /** @throws SegmentationException if two volumes differ in shape or voxel size */
    public static void requireAlike(final Volume first, final Volume second) {
        if (!first.shape().equals(second.shape())) {
            throw new SegmentationException(first.name() + " has " + first.shape() + " voxels, but " + second.name()
                + " has " + second.shape() + ". Both must have the same shape: crop one of them.");
        }
        if (!first.voxelSize().equals(second.voxelSize())) {
            throw new SegmentationException(first.name() + " has voxels of " + first.voxelSize() + ", but "
                + second.name() + " of " + second.voxelSize() + ". Both need the same voxel size: resample one.");
        }
    }
}
