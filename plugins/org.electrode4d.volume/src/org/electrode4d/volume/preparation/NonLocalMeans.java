// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Extension;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/**
 * Replaces each voxel by the mean of the voxels around it whose surroundings look alike (A. Buades, B. Coll and J.-M.
 * Morel, "A non-local algorithm for image denoising", CVPR 2005, II 60):
 *
 * <p>{@code out(p) = sum w(p, q) I(q) / sum w(p, q)} over the voxels q of a cube around p, with {@code w(p, q) =
 * exp(-max(0, sum over d of ((I(p + d) - I(q + d))^2 - 2 sigma^2)) / (n h^2))} over the n voxels d of a patch, all of
 * the same weight, and {@code w(p, p) = 1}. This is the fast form of J. Darbon et al., ISBI 2008, 1331, in which every
 * shift q - p is done for all voxels at once and serves p and q, and the convention of scikit-image's {@code
 * fast_mode}: {@code patch_size = 2 patch + 1}, {@code patch_distance = search}, h and sigma the same. Other than there
 * (0.19.3), patches are whole, while its patches lack the first voxel along every axis but are divided by n, so that it
 * smooths more for the same h; the exponential is exact to 1e-5 and not cut off at {@code exp(-5)}; and sums over
 * patches are made directly and not from integral images, so that no result depends on the division into blocks.
 *
 * <p>FLOAT32, computed on demand in blocks with a halo of {@code patch + search} voxels, mirrored at the border; along
 * z none where slices are treated one by one or where there is only one. What is not a number stays so, and is neither
 * averaged nor compared. Distances are in voxels along every axis, whatever the voxel size.
 *
 * <p>Cost: 6 ns per voxel and pair of opposite shifts, of which there are {@code (2 search + 1)^3 / 2}: 1.1 µs per
 * voxel for a search of 3 voxels in three dimensions, 4 µs for 5; slice by slice 0.4 µs for 6 (patches of 5 voxels
 * along each axis). Memory: seven times a block and its halo per thread, some 10 MB.
 */
public final class NonLocalMeans {

    private static final int EDGE = 64;
    private static final int SLICE_EDGE = 256;

    private NonLocalMeans() {
    }

    /** The volume without noise: FLOAT32. */
    public static Volume of(final Volume volume, final MeansSettings settings) {
        final MeansSettings used = volume.shape().z() > 1 ? settings : new MeansSettings(settings.patch(),
            settings.search(), settings.filter(), settings.noise(), true);
        final int edge = used.sliceWise() ? SLICE_EDGE : EDGE;
        final Layout layout = new Layout(volume.shape(), VoxelType.FLOAT32, edge, edge, used.sliceWise() ? 1 : EDGE);
        return LazyVolume.load(volume.name(), layout, volume.voxelSize(), block -> denoise(volume, used, block))
            .withOrigin(volume.origin()).withMetadata(volume.metadata());
    }

    private static float[] denoise(final Volume volume, final MeansSettings settings, final Block block) {
        final Block halo = block.grow(settings.halo(), settings.halo(), settings.haloZ());
        final float[] values = new float[halo.voxels()];
        volume.read(halo, Extension.MIRROR, values);
        return new MeansBlock(settings, block, halo, values).denoise();
    }
}
