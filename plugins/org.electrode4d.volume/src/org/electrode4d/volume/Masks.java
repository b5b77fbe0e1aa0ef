// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

/** What is asked of masks and labels before a computation begins, and after it. */
public final class Masks {

    private static final int EDGE = 64;

    private Masks() {
    }

    /**
     * Whether all voxels are 0. Looks no further than the first block that has another value.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static boolean isEmpty(final Volume mask, final Progress progress) {
        final float[] values = new float[EDGE * EDGE * EDGE];
        for (final Block block : Blocks.tile(mask.shape(), EDGE)) {
            progress.check();
            mask.read(block, values);
            for (int i = 0; i < block.voxels(); i++) {
                if (values[i] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * @param role of the volume, for the message: "the mask", "the labels"
     * @return the volume itself
     * @throws VolumeException for FLOAT32, whose values are no labels
     */
    public static Volume requireIntegers(final Volume volume, final String role) {
        if (!volume.type().isInteger()) {
            throw new VolumeException("The values of " + role + " must be integers, but " + volume.name()
                + " is of type " + volume.type() + ". Take a segmentation, or make one with a threshold.");
        }
        return volume;
    }

    /** @throws VolumeException if two volumes differ in shape or voxel size */
    public static void requireAlike(final Volume first, final Volume second) {
        if (!first.shape().equals(second.shape())) {
            throw new VolumeException(first.name() + " has " + first.shape() + " voxels, but " + second.name()
                + " has " + second.shape() + ". Both must have the same shape: crop one of them.");
        }
        if (!first.voxelSize().equals(second.voxelSize())) {
            throw new VolumeException(first.name() + " has voxels of " + first.voxelSize() + ", but "
                + second.name() + " of " + second.voxelSize() + ". Both need the same voxel size: resample one.");
        }
    }
}
