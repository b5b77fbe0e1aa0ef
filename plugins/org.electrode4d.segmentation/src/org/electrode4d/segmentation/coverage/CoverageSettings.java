// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.coverage;

import org.electrode4d.segmentation.SegmentationException;

/**
 * How rays are cast.
 *
 * @param phases which labels are what
 * @param longestRay µm, greater than zero; rays are cut there, and so is the thickness of the SEI. Halo of the
 *     computation
 * @param ignoredGap µm, from 0 to less than the longest ray: pore between the surface and the first other phase that is
 *     at most this thick is not seen, for segmentations that leave a rim between phases
 * @param leastStretch 0 to 2 edges of the smallest voxel side: a ray does not see what it crosses on a shorter way,
 *     such as corners of the voxels beside it. 0.9 spares films of one voxel that are met head on
 * @param smoothing sigma in voxels, 0.5 to 10, of the Gaussian whose gradient gives the normals
 */
public record CoverageSettings(CoverPhases phases, double longestRay, double ignoredGap, double leastStretch,
    double smoothing) {

    /** @throws SegmentationException for a value out of its range */
    public CoverageSettings {
        if (!(longestRay > 0) || Double.isInfinite(longestRay)) {
            throw new SegmentationException("The longest ray is " + longestRay + " µm, but must be greater than 0.");
        }
        if (!(ignoredGap >= 0 && ignoredGap < longestRay)) {
            throw new SegmentationException("The ignored gap is " + ignoredGap + " µm, but must be at least 0 and less "
                + "than the longest ray of " + longestRay + " µm.");
        }
        if (!(leastStretch >= 0 && leastStretch <= 2)) {
            throw new SegmentationException("The least stretch of a ray is " + leastStretch
                + " voxels, but must lie between 0 and 2.");
        }
        if (!(smoothing >= 0.5 && smoothing <= 10)) {
            throw new SegmentationException("The smoothing of the normals is " + smoothing
                + " voxels, but must lie between 0.5 and 10.");
        }
    }

    /** No ignored gap, a least stretch of 0.9 voxels, normals of a Gaussian of 2 voxels. */
    public static CoverageSettings of(final CoverPhases phases, final double longestRay) {
        return new CoverageSettings(phases, longestRay, 0, 0.9, 2);
    }
}
