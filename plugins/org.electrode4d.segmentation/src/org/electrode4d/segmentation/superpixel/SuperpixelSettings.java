// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.superpixel;

import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.morphology.Connectivity;

/**
 * How large and how uniform superpixels are.
 *
 * @param scale k, in grey values times voxels, 0 or more: a region of n voxels may differ from its neighbour by k / n
 *            more than its voxels differ among themselves; larger makes larger regions. For 8-bit images this is the
 *            {@code scale} of scikit-image; for 16-bit images it is 257 times that.
 * @param sigma of the Gaussian that smooths the image first, in voxels, 0 to 100
 * @param minimumSize of a region in voxels; smaller ones are joined with the neighbour that differs least
 * @param volumetric regions in three dimensions; else every slice across z by itself
 * @param connectivity neighbours of a voxel: corners are 8 in a slice and 26 in a volume, faces 4 and 6
 */
public record SuperpixelSettings(double scale, double sigma, int minimumSize, boolean volumetric,
    Connectivity connectivity) {

    /** Checks the numbers. */
    public SuperpixelSettings {
        if (!(scale >= 0) || Double.isInfinite(scale)) {
            throw new SegmentationException("The scale of superpixels must be 0 or greater, but is " + scale + ".");
        }
        if (!(sigma >= 0 && sigma <= 100)) {
            throw new SegmentationException("The smoothing of superpixels must be 0 to 100 voxels, but is " + sigma
                + ".");
        }
        if (minimumSize < 1) {
            throw new SegmentationException("The smallest superpixel must have at least one voxel, but has "
                + minimumSize + ".");
        }
    }

    /** Slice by slice, with 8 neighbours. */
    public static SuperpixelSettings slices(final double scale, final double sigma, final int minimumSize) {
        return new SuperpixelSettings(scale, sigma, minimumSize, false, Connectivity.CORNERS);
    }

    /** In three dimensions, with 26 neighbours. */
    public static SuperpixelSettings volume(final double scale, final double sigma, final int minimumSize) {
        return new SuperpixelSettings(scale, sigma, minimumSize, true, Connectivity.CORNERS);
    }
}
