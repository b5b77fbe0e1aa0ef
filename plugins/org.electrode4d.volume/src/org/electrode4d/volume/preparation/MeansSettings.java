// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

/**
 * How non-local means compare and average.
 *
 * @param patch half the edge of the patches that are compared, in voxels, 1 to 5: patches have {@code 2 patch + 1}
 *     voxels along each axis
 * @param search how far similar patches are looked for along each axis, in voxels, 1 to 20
 * @param filter the h of the weights, in grey values, greater than 0: patches that differ by more than h per voxel on
 *     top of the noise hardly count
 * @param noise standard deviation sigma of the noise, in grey values, 0 or more: what patches may differ by for free
 * @param sliceWise whether patches and search stay in their slice along z
 */
public record MeansSettings(int patch, int search, double filter, double noise, boolean sliceWise) {

    private static final int LARGEST_PATCH = 5;
    private static final int FARTHEST = 20;

    /** The filter for a noise, as scikit-image advises for weights that know the noise. */
    public static final double FILTER_PER_NOISE = 0.8;

    /** @throws IllegalArgumentException for a number out of its range */
    public MeansSettings {
        if (patch < 1 || patch > LARGEST_PATCH) {
            throw new IllegalArgumentException("The half size of patches must be 1 to " + LARGEST_PATCH
                + " voxels, but is " + patch + ".");
        }
        if (search < 1 || search > FARTHEST) {
            throw new IllegalArgumentException("The search distance must be 1 to " + FARTHEST + " voxels, but is "
                + search + ".");
        }
        if (!(filter > 0 && Double.isFinite(filter))) {
            throw new IllegalArgumentException("The filter strength h must be a grey value greater than 0, but is "
                + filter + ".");
        }
        if (!(noise >= 0 && Double.isFinite(noise))) {
            throw new IllegalArgumentException("The noise must be a grey value of 0 or more, but is " + noise + ".");
        }
    }

    int patchZ() {
        return sliceWise ? 0 : patch;
    }

    int searchZ() {
        return sliceWise ? 0 : search;
    }

    /** How far along x and y a voxel looks. */
    int halo() {
        return patch + search;
    }

    int haloZ() {
        return patchZ() + searchZ();
    }

    int patchVoxels() {
        final int edge = 2 * patch + 1;
        return edge * edge * (2 * patchZ() + 1);
    }
}
