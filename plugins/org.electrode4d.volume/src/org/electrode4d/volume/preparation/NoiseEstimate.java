// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * Standard deviation of noise that differs from voxel to voxel: the median of the finest wavelet coefficients, divided
 * by 0.6745 (D. L. Donoho and I. M. Johnstone, "Ideal spatial adaptation by wavelet shrinkage", Biometrika 81 (1994)
 * 425). Coefficients of Daubechies' wavelet with four taps, diagonal along all axes, or along x and y where slices
 * along z are taken one by one; coefficients of 0, as outside of a reconstruction, do not count.
 *
 * <p>As {@code estimate_sigma} of scikit-image, but without the coefficients that reach beyond the border. Noise that
 * was smoothed on the way, by a filter or by interpolation, is estimated too low. Of a large volume {@value
 * #MOST_BLOCKS} blocks of {@value #EDGE} voxels, evenly spread, are looked at.
 */
public final class NoiseEstimate {

    private static final int EDGE = 64;
    private static final int MOST_BLOCKS = 64;
    private static final double NORMAL_QUARTILE = 0.674489750196082;
    /** What float leaves of a coefficient that is 0, relative to the values. */
    private static final float ROUNDING = 1e-6f;
    private static final float[] HIGH_PASS = {-0.48296291f, 0.83651630f, -0.22414387f, -0.12940952f};

    private NoiseEstimate() {
    }

    /**
     * In grey values; 0 where no coefficient differs from 0, as in a volume of one value or without numbers.
     *
     * @param sliceWise whether slices along z are taken one by one; they are where there are fewer than four
     * @throws IllegalArgumentException for a volume of fewer than 4 x 4 voxels
     */
    public static double of(final Volume volume, final boolean sliceWise, final Progress progress) {
        final Shape shape = volume.shape();
        if (shape.x() < HIGH_PASS.length || shape.y() < HIGH_PASS.length) {
            throw new IllegalArgumentException("Noise is estimated from at least 4 x 4 voxels, but " + volume.name()
                + " has " + shape + ". Enter the noise yourself.");
        }
        final boolean flat = sliceWise || shape.z() < HIGH_PASS.length;
        final List<float[]> parts = Blocks.map(blocks(shape, flat), progress, "Noise of " + volume.name(),
            block -> coefficients(volume, block, flat));
        int count = 0;
        for (final float[] part : parts) {
            count += part.length;
        }
        final float[] all = new float[count];
        int to = 0;
        for (final float[] part : parts) {
            System.arraycopy(part, 0, all, to, part.length);
            to += part.length;
        }
        return count == 0 ? 0 : Selection.median(all, count) / NORMAL_QUARTILE;
    }

    /** Blocks of coefficients, which are half as many as voxels along each axis. */
    private static List<Block> blocks(final Shape shape, final boolean flat) {
        final Shape coefficients =
            new Shape(shape.x() / 2 - 1, shape.y() / 2 - 1, flat ? shape.z() : shape.z() / 2 - 1);
        final List<Block> all = Blocks.tile(coefficients, EDGE / 2, EDGE / 2, flat ? 1 : EDGE / 2);
        final int most = flat ? MOST_BLOCKS * EDGE / 2 : MOST_BLOCKS;
        final List<Block> some = new ArrayList<>();
        for (int i = 0; i < Math.min(most, all.size()); i++) {
            some.add(all.get((int)((long)i * all.size() / Math.min(most, all.size()))));
        }
        return some;
    }

    /** The absolute values of the coefficients that are neither 0 nor not a number. */
    private static float[] coefficients(final Volume volume, final Block block, final boolean flat) {
        final Block voxels = new Block(2 * block.minX(), 2 * block.minY(), flat ? block.minZ() : 2 * block.minZ(),
            2 * block.sizeX() + 2, 2 * block.sizeY() + 2, flat ? 1 : 2 * block.sizeZ() + 2);
        final float[] values = new float[voxels.voxels()];
        volume.read(voxels, values);
        final float[] x = halve(values, 1, voxels.sizeX());
        final float[] y = halve(x, block.sizeX(), voxels.sizeY());
        final float[] z = flat ? y : halve(y, block.sizeX() * block.sizeY(), voxels.sizeZ());
        float largest = 0;
        for (final float value : values) {
            largest = Float.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        int count = 0;
        for (final float value : z) {
            if (Float.isFinite(value) && Math.abs(value) > ROUNDING * largest) {
                z[count++] = Math.abs(value);
            }
        }
        return Arrays.copyOf(z, count);
    }

    /** Convolves with the high pass along one axis, and keeps every second value. */
    private static float[] halve(final float[] values, final int stride, final int length) {
        final int outer = values.length / (stride * length);
        final int half = length / 2 - 1;
        final float[] result = new float[outer * half * stride];
        for (int o = 0; o < outer; o++) {
            for (int k = 0; k < half; k++) {
                final int from = (o * length + 2 * k) * stride;
                final int to = (o * half + k) * stride;
                for (int i = 0; i < stride; i++) {
                    result[to + i] = HIGH_PASS[3] * values[from + i] + HIGH_PASS[2] * values[from + stride + i]
                        + HIGH_PASS[1] * values[from + 2 * stride + i] + HIGH_PASS[0] * values[from + 3 * stride + i];
                }
            }
        }
        return result;
    }
}
