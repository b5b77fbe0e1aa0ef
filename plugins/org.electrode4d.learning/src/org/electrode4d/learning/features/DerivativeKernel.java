// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.features;

/**
 * Weights of a Gaussian or one of its derivatives along one axis, for correlation: {@code sum_i w(i) f(x + i)}.
 *
 * <p>Samples of {@code g}, {@code x g} and {@code (x² - m) g}, cut off at 3.5 sigma and scaled so that the first
 * moments are exact: a Gaussian leaves a constant as it is, the derivatives of a polynomial of second degree are exact
 * whatever sigma is, and with a sigma far below one voxel they become the central differences. Derivatives are
 * multiplied by sigma per order.
 *
 * @param weights at {@code 0 ... radius}; those at {@code -i} are the same, or the negative for an odd kernel
 * @param odd whether this is the first derivative
 */
record DerivativeKernel(float[] weights, boolean odd) {

    private static final double TRUNCATION = 3.5;
    /** Below it only the neighbours matter, and its squared exponent would underflow. */
    private static final double NARROWEST = 0.1;

    /** How far the kernels of a sigma reach, in voxels; 0 for a sigma of 0. */
    static int radius(final double sigma) {
        return sigma == 0 ? 0 : Math.max(1, (int)Math.ceil(TRUNCATION * sigma));
    }

    /**
     * @param sigma in voxels, greater than 0; 0 for order 0 only
     * @param order of the derivative, 0 to 2
     */
    static DerivativeKernel of(final double sigma, final int order) {
        final int radius = radius(sigma);
        final double shape = Math.max(sigma, NARROWEST);
        final double[] gauss = new double[radius + 1];
        double sum = 0;
        double second = 0;
        for (int i = -radius; i <= radius; i++) {
            gauss[Math.abs(i)] = Math.exp(-i * i / (2 * shape * shape));
            sum += gauss[Math.abs(i)];
            second += i * i * gauss[Math.abs(i)];
        }
        final float[] weights = new float[radius + 1];
        double fourth = 0;
        for (int i = -radius; i <= radius; i++) {
            fourth += i * i * (i * i - second / sum) * gauss[Math.abs(i)];
        }
        for (int i = 0; i <= radius; i++) {
            weights[i] = (float)(gauss[i] * switch (order) {
                case 0 -> 1 / sum;
                case 1 -> sigma * i / second;
                default -> 2 * sigma * sigma * (i * i - second / sum) / fourth;
            });
        }
        return new DerivativeKernel(weights, order == 1);
    }

    int radius() {
        return weights.length - 1;
    }
}
