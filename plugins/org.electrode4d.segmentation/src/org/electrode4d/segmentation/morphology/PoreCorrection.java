// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.util.List;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Extension;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.filter.Gaussian;

/**
 * Takes the pores out of a blurred scan, of which a sharp scan says where they are: with the blur G, the solid S and
 * the grey value p of pore, {@code (c - p (1 - G S)) / (G S)} is what the solid around a voxel has on average
 * (normalised convolution, Knutsson and Westin, CVPR 1993). What remains of partial volume is that between solids.
 * Where hardly any solid is seen the quotient is noise, and NaN.
 */
final class PoreCorrection {

    private static final double LEAST_SOLID = 0.15;
    private static final double DEEP = 0.02;
    private static final int EDGE = 64;

    private PoreCorrection() {
    }

    /**
     * @param contrast on the grid of the mask
     * @param solid not 0 in the solid
     * @param blur standard deviation in µm of the blur that the one scan has more than the other
     * @throws SegmentationException if no pore is so wide that its grey value is seen
     */
    static Volume of(final Volume contrast, final Volume solid, final double blur, final Progress progress) {
        final Volume share = Gaussian.ofMicrometres(solid, blur, Extension.REPLICATE);
        final double pore = pore(contrast, share, progress);
        return LazyVolume.of(contrast.name(), contrast.shape(), contrast.voxelSize(), EDGE, (block, values) -> {
            final float[] seen = new float[block.voxels()];
            share.read(block, seen);
            contrast.read(block, values);
            for (int i = 0; i < seen.length; i++) {
                values[i] = seen[i] < LEAST_SOLID ? Float.NaN
                    : (float)((values[i] - pore * (1 - seen[i])) / seen[i]);
            }
        }).withOrigin(contrast.origin());
    }

    private static double pore(final Volume contrast, final Volume share, final Progress progress) {
        final List<Block> blocks = Blocks.tile(contrast.shape(), EDGE);
        final double[] sums = Blocks.map(blocks, progress, "Looking for the grey value of pores", block -> {
            final float[] seen = new float[block.voxels()];
            share.read(block, seen);
            final float[] values = new float[block.voxels()];
            contrast.read(block, values);
            final double[] sum = new double[2];
            for (int i = 0; i < seen.length; i++) {
                if (seen[i] < DEEP && Math.abs(values[i]) <= Float.MAX_VALUE) {
                    sum[0]++;
                    sum[1] += values[i];
                }
            }
            return sum;
        }).stream().reduce((a, b) -> new double[] {a[0] + b[0], a[1] + b[1]}).orElseThrow();
        if (sums[0] == 0) {
            throw new SegmentationException("No pore is so wide that " + contrast.name() + " shows its grey value. "
                + "Enter a smaller blur of the scan of contrast, or 0.");
        }
        return sums[1] / sums[0];
    }
}
