// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.onnx;

import org.electrode4d.learning.network.Tensor;

/** The two orders of the axes of images. */
final class Axes {

    private Axes() { }

    /** From {@code [batch, channel, row, column]} to {@code [batch, row, column, channel]}. */
    static Tensor channelsLast(final Tensor images) {
        final int[] shape = images.shape();
        return new Tensor(new int[] {shape[0], shape[2], shape[3], shape[1]},
            transposed(images.values(), shape[0], shape[1], shape[2] * shape[3]));
    }

    /** From {@code [batch, row, column, channel]} to {@code [batch, channel, row, column]}. */
    static Tensor channelsFirst(final Tensor images) {
        final int[] shape = images.shape();
        return new Tensor(new int[] {shape[0], shape[3], shape[1], shape[2]},
            transposed(images.values(), shape[0], shape[1] * shape[2], shape[3]));
    }

    /** Exchanges rows and columns of the matrices that follow each other. */
    private static float[] transposed(final float[] values, final int matrices, final int rows, final int columns) {
        if (rows == 1 || columns == 1) {
            return values;
        }
        final float[] transposed = new float[values.length];
        final int size = rows * columns;
        for (int start = 0; start < matrices * size; start += size) {
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    transposed[start + column * rows + row] = values[start + row * columns + column];
                }
            }
        }
        return transposed;
    }
}
