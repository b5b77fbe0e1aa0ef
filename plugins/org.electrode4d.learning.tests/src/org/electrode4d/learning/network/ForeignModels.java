// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.network;

import java.util.List;

import org.electrode4d.learning.network.OnnxFile.Attribute;

/** ONNX files that others might have written. */
public final class ForeignModels {

    private ForeignModels() { }

    /**
     * As Keras has it: {@code output[row, column, k] = relu(a + 10 b, -a)[k]} for the channels a, b of the input, both
     * with the channels last. The kernel is that of a 1x1 convolution.
     *
     * @param axes of the input and output without the channels: batch, rows, columns
     */
    public static byte[] channelsLast(final Object... axes) {
        return new OnnxFile().input("image", axes[0], axes[1], axes[2], 2)
            .output("classes", axes[0], axes[1], axes[2], 2)
            .constant("kernel", new int[] {2, 2, 1, 1}, 1, 10, -1, 0)
            .node("Transpose", "first", List.of("image"), Attribute.integers("perm", 0, 3, 1, 2))
            .node("Conv", "conv", List.of("first", "kernel"))
            .node("Relu", "relu", List.of("conv"))
            .node("Transpose", "classes", List.of("relu"), Attribute.integers("perm", 0, 2, 3, 1)).bytes("");
    }

    /** Doubles the value of each pixel; axes are those of input and output. */
    public static byte[] doubling(final Object... axes) {
        return new OnnxFile().input("image", axes).output("twice", axes)
            .node("Add", "twice", List.of("image", "image")).bytes("");
    }

    /** Gives a quarter of the pixels. */
    public static byte[] halving() {
        return new OnnxFile().input("image", "batch", 1, "rows", "columns")
            .output("half", "batch", 1, "less_rows", "less_columns")
            .node("MaxPool", "half", List.of("image"), Attribute.integers("kernel_shape", 2, 2),
                Attribute.integers("strides", 2, 2)).bytes("");
    }

    /** Takes an image and something else, and gives two sums of both. */
    public static byte[] twoInputs() {
        return new OnnxFile().input("image", "batch", 1, "rows", "columns").input("prior", "batch", 1, "rows", "columns")
            .output("sum", "batch", 1, "rows", "columns").node("Add", "sum", List.of("image", "prior")).bytes("");
    }

    /** Gives its output at two levels. */
    public static byte[] twoOutputs() {
        return new OnnxFile().input("image", "batch", 1, "rows", "columns")
            .output("sum", "batch", 1, "rows", "columns").output("bent", "batch", 1, "rows", "columns")
            .node("Add", "sum", List.of("image", "image")).node("Relu", "bent", List.of("sum")).bytes("");
    }

    /** Has an operator that nobody knows. */
    public static byte[] unknownOperator() {
        return new OnnxFile().input("image", "batch", 1, "rows", "columns")
            .output("magic", "batch", 1, "rows", "columns").node("Magic", "magic", List.of("image")).bytes("");
    }
}
