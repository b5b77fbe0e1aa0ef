// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/** Grey images for tests. */
public final class GreyImages {

    private GreyImages() {
    }

    /** An 8-bit image of rows, from top to bottom, with voxels of 1 µm. */
    public static Volume image(final int[]... rows) {
        return volume(new int[][][] {rows});
    }

    /** An 8-bit volume of slices of rows. */
    public static Volume volume(final int[][]... slices) {
        final int sizeY = slices[0].length;
        final int sizeX = slices[0][0].length;
        final byte[] values = new byte[slices.length * sizeY * sizeX];
        int i = 0;
        for (final int[][] slice : slices) {
            for (final int[] row : slice) {
                for (final int value : row) {
                    values[i++] = (byte)value;
                }
            }
        }
        return Volume.of("scan", ArrayImgs.unsignedBytes(values, sizeX, sizeY, slices.length),
            VoxelSize.isotropic(1));
    }

    /** An image of 32-bit floating point. */
    public static Volume floats(final int sizeX, final int sizeY, final int sizeZ, final float... values) {
        return Volume.of("scan", ArrayImgs.floats(values, sizeX, sizeY, sizeZ), VoxelSize.isotropic(1));
    }

    /**
     * Squares of 16 voxels with the values 60, 110 and 160 and noise with a standard deviation of 10.5, which other
     * programs can make too: noise is the sum of three numbers s(n) / 2³³ mod 21 - 10 with
     * s(n + 1) = 6364136223846793005 s(n) + 1442695040888963407 mod 2⁶⁴ from s(0) = 1.
     */
    public static Volume squares(final int sizeX, final int sizeY) {
        final byte[] values = new byte[sizeX * sizeY];
        long state = 1;
        for (int i = 0; i < values.length; i++) {
            int value = 60 + 50 * ((i % sizeX / 16 + i / sizeX / 16) % 3);
            for (int k = 0; k < 3; k++) {
                state = 6364136223846793005L * state + 1442695040888963407L;
                value += (int)((state >>> 33) % 21) - 10;
            }
            values[i] = (byte)value;
        }
        return Volume.of("squares", ArrayImgs.unsignedBytes(values, sizeX, sizeY, 1), VoxelSize.isotropic(1));
    }

    /** All values of a volume of integers, x fastest. */
    public static int[] values(final Volume volume) {
        final Block all = Block.of(volume.shape());
        final int[] values = new int[all.voxels()];
        LabelVolume.of(volume).read(all, values);
        return values;
    }
}
