// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.filter;

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
    /** Floats that a pass works on at a time: they stay in the processor's first cache. */
    private static final int PIECE = 4096;

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
        final int outer = values.length / (stride * length);
        final int from = stride * length;
        final int to = stride * (length - kernel.length + 1);
        final float[] sums = new float[outer * to];
        for (int o = 0; o < outer; o++) {
            for (int start = 0; start < to; start += PIECE) {
                final int end = Math.min(to, start + PIECE);
                for (int k = 0; k < kernel.length; k++) {
                    addScaled(values, o * from + k * stride + start, kernel[k], sums, o * to + start, end - start);
                }
            }
        }
        return sums;
    }

    private static void addScaled(final float[] values, final int from, final float weight, final float[] sums,
        final int to, final int count) {
        for (int i = 0; i < count; i++) {
            sums[to + i] += weight * values[from + i];
        }
    }
}
