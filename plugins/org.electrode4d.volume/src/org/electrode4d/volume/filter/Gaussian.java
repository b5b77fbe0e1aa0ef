// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.filter;

import java.util.Arrays;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Extension;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * Smooths with a Gaussian, one axis after the other:
 * {@code g(i) = exp(-i² / (2 sigma²)) / sum}, for {@code |i| <= ceil(4 sigma)}, with the weights of each axis summing
 * to one. Beyond four sigma less than 0.01 % of a Gaussian is cut off. A sigma of zero leaves an axis as it is.
 *
 * <p>The result is a FLOAT32 volume computed on demand; halo {@code ceil(4 sigma)} voxels; cost per voxel proportional
 * to the sum of the sigmas. Sampled weights, not integrals over voxels: below sigma = 0.5 they are narrower than the
 * Gaussian that they stand for. A voxel that is not a number spoils all within its reach.
 */
public final class Gaussian {

    private static final double TRUNCATION = 4;
    /** Floats that a pass works on at a time: with four neighbours of each they stay in the processor's first cache. */
    private static final int PIECE = 1024;

    private final Volume volume;
    private final Extension border;
    private final float[] kernelX;
    private final float[] kernelY;
    private final float[] kernelZ;

    private Gaussian(final Volume volume, final Point sigma, final Extension border) {
        if (border != Extension.REPLICATE && border != Extension.MIRROR) {
            throw new IllegalArgumentException("A Gaussian needs REPLICATE or MIRROR at the border, not " + border
                + ".");
        }
        this.volume = volume;
        this.border = border;
        kernelX = kernel(sigma.x());
        kernelY = kernel(sigma.y());
        kernelZ = kernel(sigma.z());
    }

    /** @param sigma in voxels, the same along every axis; the border voxel is repeated */
    public static Volume of(final Volume volume, final double sigma) {
        return of(volume, new Point(sigma, sigma, sigma), Extension.REPLICATE);
    }

    /**
     * @param sigma in voxels along each axis, 0 to 100
     * @param border REPLICATE or MIRROR
     */
    public static Volume of(final Volume volume, final Point sigma, final Extension border) {
        return Derived.of(volume, new Gaussian(volume, sigma, border)::compute);
    }

    /** @param sigma in µm, the same along every axis whatever the voxel size */
    public static Volume ofMicrometres(final Volume volume, final double sigma, final Extension border) {
        final VoxelSize size = volume.voxelSize();
        return of(volume, new Point(sigma, sigma, sigma).dividedBy(size), border);
    }

    /** How far the kernel reaches: {@code ceil(4 sigma)} voxels. */
    public static int reach(final double sigma) {
        return kernel(sigma).length / 2;
    }

    /**
     * Smooths values in memory, for work that makes its own blocks.
     *
     * @param values of the block that the result is wanted for, grown by {@link #reach}; x fastest
     * @param outer that grown block
     * @param sigma in voxels, the same along every axis
     * @return the values of the block without its halo
     */
    public static float[] smooth(final float[] values, final Block outer, final double sigma) {
        final float[] kernel = kernel(sigma);
        final int halo = kernel.length / 2;
        final Block inner = outer.grow(-halo);
        final float[] x = convolve(values, 1, outer.sizeX(), kernel);
        final float[] y = convolve(x, inner.sizeX(), outer.sizeY(), kernel);
        return convolve(y, inner.sizeX() * inner.sizeY(), outer.sizeZ(), kernel);
    }

    /** The weights at {@code -radius ... radius}. */
    static float[] kernel(final double sigma) {
        if (!(sigma >= 0 && sigma <= 100)) {
            throw new IllegalArgumentException("The sigma of a Gaussian must be 0 to 100 voxels, but is " + sigma
                + ". Reduce the resolution first for more smoothing.");
        }
        final int radius = (int)Math.ceil(TRUNCATION * sigma);
        final double[] weights = new double[2 * radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            weights[i + radius] = radius == 0 ? 1 : Math.exp(-i * i / (2 * sigma * sigma));
            sum += weights[i + radius];
        }
        final float[] kernel = new float[weights.length];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float)(weights[i] / sum);
        }
        return kernel;
    }

    private void compute(final Block block, final float[] destination) {
        final Block halo = block.grow(kernelX.length / 2, kernelY.length / 2, kernelZ.length / 2);
        final float[] values = new float[halo.voxels()];
        volume.read(halo, border, values);
        final float[] x = convolve(values, 1, halo.sizeX(), kernelX);
        final float[] y = convolve(x, block.sizeX(), halo.sizeY(), kernelY);
        final float[] z = convolve(y, block.sizeX() * block.sizeY(), halo.sizeZ(), kernelZ);
        System.arraycopy(z, 0, destination, 0, block.voxels());
    }

    /**
     * Weighted sums along one axis, without what the kernel would need from outside.
     *
     * @param stride from a voxel to the next along the axis
     * @param length voxels along the axis
     */
    private static float[] convolve(final float[] values, final int stride, final int length, final float[] kernel) {
        if (kernel.length == 1) {
            return values;
        }
        final int from = stride * length;
        final int to = stride * (length - kernel.length + 1);
        final int lines = values.length / from;
        // short lines side by side: what is summed across their ends is left out
        final int together = to < PIECE ? Math.max(1, PIECE / from) : 1;
        final float[] sums = new float[lines * to];
        final WeightedSum sum = new WeightedSum(kernel, stride);
        for (int line = 0; line < lines; line += together) {
            final int count = Math.min(together, lines - line);
            final int whole = (count - 1) * from + to;
            for (int start = 0; start < whole; start += PIECE) {
                final int end = Math.min(whole, start + PIECE);
                final float[] piece = sum.of(values, line * from + start, end - start);
                if (count == 1) {
                    System.arraycopy(piece, 0, sums, line * to + start, end - start);
                } else {
                    for (int i = 0; i < count; i++) {
                        System.arraycopy(piece, i * from, sums, (line + i) * to, to);
                    }
                }
            }
        }
        return sums;
    }

    /**
     * {@code sum over k of kernel[k] values[from + k stride + i]}, in the order of k. Neighbours are copied to the
     * beginning of arrays of their own before: the compiler makes vector instructions only of loops whose arrays have
     * one index.
     */
    private static final class WeightedSum {

        private final float[] kernel;
        private final int stride;
        private final float[] sums = new float[PIECE];
        private final float[] first = new float[PIECE];
        private final float[] second = new float[PIECE];
        private final float[] third = new float[PIECE];
        private final float[] fourth = new float[PIECE];

        WeightedSum(final float[] kernel, final int stride) {
            this.kernel = kernel;
            this.stride = stride;
        }

        /** @return an array that the next call overwrites */
        float[] of(final float[] values, final int from, final int count) {
            Arrays.fill(sums, 0, count, 0);
            int k = 0;
            for (; k + 4 <= kernel.length; k += 4) {
                System.arraycopy(values, from + k * stride, first, 0, count);
                System.arraycopy(values, from + (k + 1) * stride, second, 0, count);
                System.arraycopy(values, from + (k + 2) * stride, third, 0, count);
                System.arraycopy(values, from + (k + 3) * stride, fourth, 0, count);
                addFour(k, count);
            }
            for (; k < kernel.length; k++) {
                System.arraycopy(values, from + k * stride, first, 0, count);
                addOne(kernel[k], count);
            }
            return sums;
        }

        private void addFour(final int k, final int count) {
            final float a = kernel[k];
            final float b = kernel[k + 1];
            final float c = kernel[k + 2];
            final float d = kernel[k + 3];
            for (int i = 0; i < count; i++) {
                sums[i] = sums[i] + a * first[i] + b * second[i] + c * third[i] + d * fourth[i];
            }
        }

        private void addOne(final float weight, final int count) {
            for (int i = 0; i < count; i++) {
                sums[i] += weight * first[i];
            }
        }
    }
}
