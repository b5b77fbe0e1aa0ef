// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.network;

import java.util.Arrays;

/**
 * Numbers on a grid, the last axis fastest. Images are {@code [batch, channel, row, column]}, where a row runs along x
 * of a volume and columns follow each other along x; kernels of convolutions are {@code [out, in, row, column]}.
 *
 * @param shape extents of the axes, from the slowest to the fastest
 * @param values as many as the product of the extents; not copied
 */
public record Tensor(int[] shape, float[] values) {

    /** @throws IllegalArgumentException if there are not as many values as the shape says */
    public Tensor {
        final int size = size(shape);
        if (values.length != size) {
            throw new IllegalArgumentException("A tensor of shape " + Arrays.toString(shape) + " has " + size
                + " values, not " + values.length + ".");
        }
    }

    /** A tensor of zeros. */
    public static Tensor zeros(final int... shape) {
        return new Tensor(shape, new float[size(shape)]);
    }

    /** The product of the extents. */
    public static int size(final int... shape) {
        int size = 1;
        for (final int extent : shape) {
            size = Math.multiplyExact(size, extent);
        }
        return size;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Tensor tensor && Arrays.equals(shape, tensor.shape)
            && Arrays.equals(values, tensor.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(shape);
    }
}
