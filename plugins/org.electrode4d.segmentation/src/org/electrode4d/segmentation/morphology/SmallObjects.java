// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.io.IOException;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.morphology.Components;
import org.electrode4d.volume.morphology.ConnectedComponents;
import org.electrode4d.volume.morphology.Connectivity;

/** Removal of what is too small in a mask: noise, or particles below the resolution. */
public final class SmallObjects {

    /** Rounding of sizes in µm must not cost an object that is exactly as large as wanted. */
    private static final double ROUNDING = 1e-9;

    private SmallObjects() {
    }

    /**
     * A mask without its components of fewer voxels than wanted, as {@code remove_small_objects} of scikit-image.
     *
     * @param smallest voxels of the smallest component that stays; 1 or less keeps everything
     * @return UINT8, 1 inside, which lives as long as the scratch space
     * @throws SegmentationException for a mask of FLOAT32
     * @throws IOException if there is no room for the labels
     */
    public static Volume remove(final Volume mask, final Connectivity connectivity, final long smallest,
        final ScratchSpace scratch, final Progress progress) throws IOException {
        final Components components = ConnectedComponents.of(mask, connectivity, scratch, progress);
        return components.keep(label -> components.sizes()[label] >= smallest).mask().withName(mask.name());
    }

    /**
     * The fewest voxels whose volume is at least so many µm³.
     *
     * @throws SegmentationException for a negative or infinite volume
     */
    public static long voxelsOfVolume(final double volume, final VoxelSize size) {
        return (long)Math.ceil(require(volume) / size.volume() * (1 - ROUNDING));
    }

    /**
     * The most voxels whose volume is at most so many µm³.
     *
     * @throws SegmentationException for a negative or infinite volume
     */
    public static long mostVoxelsOfVolume(final double volume, final VoxelSize size) {
        return (long)Math.floor(require(volume) / size.volume() * (1 + ROUNDING));
    }

    /**
     * The fewest voxels whose volume is at least that of a ball with such a diameter in µm.
     *
     * @throws SegmentationException for a negative or infinite diameter
     */
    public static long voxelsOfDiameter(final double diameter, final VoxelSize size) {
        return voxelsOfVolume(Math.PI / 6 * diameter * diameter * diameter, size);
    }

    private static double require(final double volume) {
        if (!(volume >= 0) || Double.isInfinite(volume)) {
            throw new SegmentationException("The volume of an object must be a number of µm³ that is not negative, but "
                + "is " + volume + ".");
        }
        return volume;
    }
}
