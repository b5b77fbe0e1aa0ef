// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.features;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;

/**
 * Derivatives of smoothed values over a block, one axis after the other: z, y, x. What was smoothed along the first
 * axes is kept and serves all derivatives that begin with it: all ten of up to second order cost 19 passes, not 30.
 */
final class GaussianDerivatives {

    private final float[] values;
    private final Block outer;
    private final Block inner;
    private final Point sigma;
    private final float[][] alongZ = new float[3][];
    private final float[][] alongZY = new float[9][];

    /**
     * @param values of a block that holds the inner one grown by {@link #outer}
     * @param of that block
     * @param inner where derivatives are wanted
     * @param sigma along each axis, in voxels; 0 along z for planes on their own
     */
    GaussianDerivatives(final float[] values, final Block of, final Block inner, final Point sigma) {
        outer = outer(inner, sigma);
        this.inner = inner;
        this.sigma = sigma;
        this.values = crop(values, of, outer);
    }

    /** The block whose values are needed. */
    static Block outer(final Block inner, final Point sigma) {
        return inner.grow(DerivativeKernel.radius(sigma.x()), DerivativeKernel.radius(sigma.y()),
            DerivativeKernel.radius(sigma.z()));
    }

    /**
     * A derivative, times sigma per order.
     *
     * @param x order along x, and so on; at most two in all
     * @return values of the inner block; the caller's own
     */
    float[] of(final int x, final int y, final int z) {
        if (alongZY[3 * z + y] == null) {
            if (alongZ[z] == null) {
                alongZ[z] = pass(values, outer.sizeX() * outer.sizeY(), outer.sizeZ(), sigma.z(), z);
            }
            alongZY[3 * z + y] = pass(alongZ[z], outer.sizeX(), outer.sizeY(), sigma.y(), y);
        }
        return pass(alongZY[3 * z + y], 1, outer.sizeX(), sigma.x(), x);
    }

    Block inner() {
        return inner;
    }

    private static float[] pass(final float[] values, final int stride, final int length, final double sigma,
        final int order) {
        return sigma == 0 ? values
            : AxisCorrelation.of(values, stride, length, DerivativeKernel.of(sigma, order));
    }

    private static float[] crop(final float[] values, final Block of, final Block part) {
        if (of.equals(part)) {
            return values;
        }
        final float[] cropped = new float[part.voxels()];
        final int shift = (int)(part.minX() - of.minX());
        for (int z = 0; z < part.sizeZ(); z++) {
            for (int y = 0; y < part.sizeY(); y++) {
                final int row = (int)((part.minZ() - of.minZ() + z) * of.sizeY() + part.minY() - of.minY() + y);
                System.arraycopy(values, row * of.sizeX() + shift, cropped, (z * part.sizeY() + y) * part.sizeX(),
                    part.sizeX());
            }
        }
        return cropped;
    }
}
