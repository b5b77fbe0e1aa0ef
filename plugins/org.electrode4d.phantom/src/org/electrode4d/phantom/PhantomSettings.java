// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Shape;
import org.electrode4d.volume.VoxelSize;

/**
 * Everything that makes a phantom's reference state.
 *
 * @param shape voxels, at most 2^20 along each axis; need not be a cube
 * @param voxelSize µm
 * @param texture what is seen
 * @param detector how it is seen
 */
public record PhantomSettings(Shape shape, VoxelSize voxelSize, Texture texture, Detector detector) {

    /** 0.05 µm, the voxel size of laboratory and synchrotron nanotomography of electrodes. */
    public static final VoxelSize DEFAULT_VOXEL_SIZE = VoxelSize.isotropic(0.05);

    private static final long LONGEST = 1 << 20;

    /** @throws IllegalArgumentException for a shape too large */
    public PhantomSettings {
        if (Math.max(shape.x(), Math.max(shape.y(), shape.z())) > LONGEST) {
            throw new IllegalArgumentException("A phantom has at most " + LONGEST + " voxels along each axis, not "
                + shape + ".");
        }
    }

    /** Blobs of seed 1 without noise, voxels of 0.05 µm, UINT16. */
    public static PhantomSettings of(final Shape shape) {
        return new PhantomSettings(shape, DEFAULT_VOXEL_SIZE, BlobTexture.of(1), Detector.NOISE_FREE);
    }

    public PhantomSettings withVoxelSize(final VoxelSize newVoxelSize) {
        return new PhantomSettings(shape, newVoxelSize, texture, detector);
    }

    public PhantomSettings withTexture(final Texture newTexture) {
        return new PhantomSettings(shape, voxelSize, newTexture, detector);
    }

    public PhantomSettings withDetector(final Detector newDetector) {
        return new PhantomSettings(shape, voxelSize, texture, newDetector);
    }
}
