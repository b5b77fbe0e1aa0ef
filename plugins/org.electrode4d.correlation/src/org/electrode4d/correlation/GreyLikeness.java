// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/** How alike two volumes are, voxel by voxel. */
final class GreyLikeness {

    private static final int EDGE = 64;
    private static final int SUMS = 6;

    private GreyLikeness() {
    }

    /**
     * Zero-mean normalised cross-correlation over the voxels that are numbers in both; block sums are added in the
     * order of the blocks.
     *
     * @param b of the same shape
     * @return -1 to 1; NaN if they share no voxel or one of them is flat
     */
    static double zncc(final Volume a, final Volume b, final Progress progress) {
        final double[] s = Blocks.map(Blocks.tile(a.shape(), EDGE), progress, "Comparing grey values",
            block -> sums(a, b, block)).stream().reduce(GreyLikeness::plus).orElseThrow();
        final double product = s[5] - s[1] * s[2] / s[0];
        final double contrast = (s[3] - s[1] * s[1] / s[0]) * (s[4] - s[2] * s[2] / s[0]);
        return contrast > 0 ? product / Math.sqrt(contrast) : Double.NaN;
    }

    private static double[] sums(final Volume a, final Volume b, final Block block) {
        final float[] f = new float[block.voxels()];
        final float[] g = new float[block.voxels()];
        a.read(block, f);
        b.read(block, g);
        final double[] sums = new double[SUMS];
        for (int i = 0; i < f.length; i++) {
            final float both = f[i] + g[i];
            if (Math.abs(both) <= Float.MAX_VALUE) {
                sums[0]++;
                sums[1] += f[i];
                sums[2] += g[i];
                sums[3] += (double)f[i] * f[i];
                sums[4] += (double)g[i] * g[i];
                sums[5] += (double)f[i] * g[i];
            }
        }
        return sums;
    }

    private static double[] plus(final double[] a, final double[] b) {
        final double[] sum = new double[SUMS];
        for (int i = 0; i < SUMS; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }
}
