// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.surface;

/**
 * What the corners that a surface cuts out of cells of 2 x 2 x 2 voxels count for, in thousandths of the face of a
 * cubic voxel: J. Lindblad, "Surface area estimation of digitized 3D objects using weighted local configurations",
 * Image Vision Comput. 23 (2005) 111-122. A configuration and its complement weigh the same.
 */
final class LindbladWeights {

    private static final int[] OF = new int[256];

    static {
        for (int mask = 1; mask < 255; mask++) {
            OF[mask] = weight(Integer.bitCount(mask) > 4 ? 255 - mask : mask);
        }
    }

    private LindbladWeights() {
    }

    /** @param mask bit {@code x + 2 y + 4 z} tells whether the voxel at (x, y, z) of the cell belongs to the body */
    static int of(final int mask) {
        return OF[mask];
    }

    private static int weight(final int mask) {
        final int edges = edges(mask);
        return switch (Integer.bitCount(mask)) {
            case 1 -> 636;
            case 2 -> edges == 1 ? 669 : 1272;
            case 3 -> edges == 2 ? 554 : edges == 1 ? 1305 : 1908;
            default -> four(mask, edges);
        };
    }

    private static int four(final int mask, final int edges) {
        final boolean joined = mostNeighbours(mask) > (edges == 3 ? 2 : 1);
        return switch (edges) {
            case 4 -> 927;
            case 3 -> joined ? 421 : 1573;
            case 2 -> joined ? 1190 : 1338;
            default -> 2544;
        };
    }

    /** Pairs of voxels in the mask that share a face. */
    private static int edges(final int mask) {
        int twice = 0;
        for (int voxel = 0; voxel < 8; voxel++) {
            twice += neighbours(mask, voxel);
        }
        return twice / 2;
    }

    private static int mostNeighbours(final int mask) {
        int most = 0;
        for (int voxel = 0; voxel < 8; voxel++) {
            most = Math.max(most, neighbours(mask, voxel));
        }
        return most;
    }

    private static int neighbours(final int mask, final int voxel) {
        if ((mask >> voxel & 1) == 0) {
            return 0;
        }
        return (mask >> (voxel ^ 1) & 1) + (mask >> (voxel ^ 2) & 1) + (mask >> (voxel ^ 4) & 1);
    }
}
