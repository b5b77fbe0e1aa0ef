// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * What Keras does, slowly and one image at a time: makes layers with numbered names and random weights, and computes
 * them on images {@code [row][column][channel]}. Writes the weights as Keras does.
 */
final class KerasReference {

    private final Random random = new Random(1);
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Map<String, Object>> layers = new LinkedHashMap<>();

    /** @param made how many convolutions and normalisations the session has made for other networks */
    KerasReference(final int made) {
        numbers.put("conv2d", made);
        numbers.put("batch_normalization", made);
    }

    /** Weights of all layers by name, such as {@code kernel} of {@code conv2d_3}. */
    Map<String, Map<String, Object>> layers() {
        return layers;
    }

    /** The logits of the public Attention_ResUNet, whose calls follow each other in this order. */
    double[][][] attentionResUNet(final double[][][] image, final int depth, final int width, final int outputs) {
        final double[][][][] skips = new double[depth][][][];
        double[][][] x = image;
        for (int level = 0; level < depth; level++) {
            skips[level] = block(x, width << level);
            x = pooled(skips[level]);
        }
        x = block(x, width << depth);
        for (int level = depth - 1; level >= 0; level--) {
            final double[][][] gating = relu(normalized(convolution(x, width << level, 1, 1)));
            final double[][][] attention = attention(skips[level], gating);
            x = block(concatenated(enlarged(x), attention), width << level);
        }
        return normalized(convolution(x, outputs, 1, 1));
    }

    private double[][][] block(final double[][][] x, final int width) {
        final double[][][] first = relu(normalized(convolution(x, width, 3, 1)));
        final double[][][] second = normalized(convolution(first, width, 3, 1));
        return relu(sum(normalized(convolution(x, width, 1, 1)), second));
    }

    private double[][][] attention(final double[][][] x, final double[][][] gating) {
        final int width = x[0][0].length;
        final double[][][] theta = convolution(x, width, 2, 2);
        final double[][][] phi = transposed(convolution(gating, width, 1, 1), width);
        final double[][][] psi = enlarged(convolution(relu(sum(phi, theta)), 1, 1, 1));
        final double[][][] gated = image(x.length, x[0].length, width,
            (r, c, k) -> x[r][c][k] / (1 + Math.exp(-psi[r][c][0])));
        return normalized(convolution(gated, width, 1, 1));
    }

    private interface Value {
        double at(int row, int column, int channel);
    }

    private static double[][][] image(final int rows, final int columns, final int channels, final Value value) {
        final double[][][] image = new double[rows][columns][channels];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                for (int k = 0; k < channels; k++) {
                    image[r][c][k] = value.at(r, c, k);
                }
            }
        }
        return image;
    }

    private Map<String, Object> layer(final String kind) {
        final int number = numbers.merge(kind, 1, Integer::sum) - 1;
        final Map<String, Object> weights = new LinkedHashMap<>();
        layers.put(number == 0 ? kind : kind + "_" + number, weights);
        return weights;
    }

    private float[] vector(final int size, final float middle) {
        final float[] vector = new float[size];
        for (int i = 0; i < size; i++) {
            vector[i] = middle + (random.nextFloat() - 0.5f) / 2;
        }
        return vector;
    }

    private float[][][][] kernel(final int size, final int third, final int fourth) {
        final float[][][][] kernel = new float[size][size][third][];
        for (final float[][][] row : kernel) {
            for (final float[][] place : row) {
                for (int i = 0; i < third; i++) {
                    place[i] = vector(fourth, 0);
                }
            }
        }
        return kernel;
    }

    /** Padded by zeros with stride 1, not at all with a stride that is the size of the kernel. */
    private double[][][] convolution(final double[][][] x, final int out, final int size, final int stride) {
        final int in = x[0][0].length;
        final float[][][][] kernel = kernel(size, in, out);
        final float[] bias = vector(out, 0);
        final Map<String, Object> weights = layer("conv2d");
        weights.put("kernel", kernel);
        weights.put("bias", bias);
        final int margin = stride == 1 ? size / 2 : 0;
        return image(x.length / stride, x[0].length / stride, out, (r, c, k) -> {
            double value = bias[k];
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    final int row = r * stride + i - margin;
                    final int column = c * stride + j - margin;
                    if (row >= 0 && row < x.length && column >= 0 && column < x[0].length) {
                        for (int channel = 0; channel < in; channel++) {
                            value += x[row][column][channel] * kernel[i][j][channel][k];
                        }
                    }
                }
            }
            return value;
        });
    }

    /** Every pixel spreads its kernel {@code [row][column][out][in]}, 3x3, over its neighbours; stride 1. */
    private double[][][] transposed(final double[][][] x, final int out) {
        final int in = x[0][0].length;
        final float[][][][] kernel = kernel(3, out, in);
        final float[] bias = vector(out, 0);
        final Map<String, Object> weights = layer("conv2d_transpose");
        weights.put("kernel", kernel);
        weights.put("bias", bias);
        final double[][][] y = image(x.length, x[0].length, out, (r, c, k) -> bias[k]);
        for (int r = 0; r < 9 * x.length; r++) {
            for (int c = 0; c < x[0].length; c++) {
                final int row = r / 9 + r % 9 / 3 - 1;
                final int column = c + r % 3 - 1;
                if (row < 0 || row >= x.length || column < 0 || column >= x[0].length) {
                    continue;
                }
                for (int k = 0; k < out; k++) {
                    for (int channel = 0; channel < in; channel++) {
                        y[row][column][k] += x[r / 9][c][channel] * kernel[r % 9 / 3][r % 3][k][channel];
                    }
                }
            }
        }
        return y;
    }

    private double[][][] normalized(final double[][][] x) {
        final int channels = x[0][0].length;
        final Map<String, Object> weights = layer("batch_normalization");
        final float[] gamma = vector(channels, 1);
        final float[] beta = vector(channels, 0);
        final float[] mean = vector(channels, 0);
        final float[] variance = vector(channels, 1);
        weights.put("gamma", gamma);
        weights.put("beta", beta);
        weights.put("moving_mean", mean);
        weights.put("moving_variance", variance);
        return image(x.length, x[0].length, channels,
            (r, c, k) -> (x[r][c][k] - mean[k]) / Math.sqrt(variance[k] + 0.001) * gamma[k] + beta[k]);
    }

    private static double[][][] relu(final double[][][] x) {
        return image(x.length, x[0].length, x[0][0].length, (r, c, k) -> Math.max(0, x[r][c][k]));
    }

    private static double[][][] sum(final double[][][] x, final double[][][] y) {
        return image(x.length, x[0].length, x[0][0].length, (r, c, k) -> x[r][c][k] + y[r][c][k]);
    }

    private static double[][][] pooled(final double[][][] x) {
        return image(x.length / 2, x[0].length / 2, x[0][0].length,
            (r, c, k) -> Math.max(Math.max(x[2 * r][2 * c][k], x[2 * r][2 * c + 1][k]),
                Math.max(x[2 * r + 1][2 * c][k], x[2 * r + 1][2 * c + 1][k])));
    }

    private static double[][][] enlarged(final double[][][] x) {
        return image(2 * x.length, 2 * x[0].length, x[0][0].length, (r, c, k) -> x[r / 2][c / 2][k]);
    }

    private static double[][][] concatenated(final double[][][] x, final double[][][] y) {
        final int first = x[0][0].length;
        return image(x.length, x[0].length, first + y[0][0].length,
            (r, c, k) -> k < first ? x[r][c][k] : y[r][c][k - first]);
    }

    /**
     * Writes the weights in another order than that in which they were made, as Keras does, with a layer among them that
     * has none.
     *
     * @param group that holds the weights, as in a file of a whole model; empty for a file of weights alone
     */
    void write(final Path path, final String group) throws ReflectiveOperationException {
        try (Hdf5Writer file = new Hdf5Writer(path)) {
            final Object root = group.isEmpty() ? file.root() : file.group(file.root(), group);
            final String[] names = layers.keySet().stream().sorted().toArray(String[]::new);
            final String[] all = new String[names.length + 1];
            System.arraycopy(names, 0, all, 1, names.length);
            all[0] = "activation";
            file.attribute(root, "layer_names", all);
            for (final String name : names) {
                final Object outer = file.group(root, name);
                final Map<String, Object> weights = layers.get(name);
                file.attribute(outer, "weight_names",
                    weights.keySet().stream().map(weight -> name + "/" + weight + ":0").toArray(String[]::new));
                final Object inner = file.group(outer, name);
                for (final Map.Entry<String, Object> weight : weights.entrySet()) {
                    file.data(inner, weight.getKey() + ":0", weight.getValue());
                }
            }
        }
    }
}
