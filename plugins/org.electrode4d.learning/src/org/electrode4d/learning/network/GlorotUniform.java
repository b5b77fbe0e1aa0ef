// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.network;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.electrode4d.learning.network.Operation.BatchNormalization;
import org.electrode4d.learning.network.Operation.Convolution;

/**
 * Parameters before training, as Keras sets them: kernels uniform in {@code ±sqrt(6 / (fan in + fan out))}, where the
 * fans are channels times kernel size (Glorot and Bengio, AISTATS 2010); biases, beta and running means 0; gamma and
 * running variances 1.
 */
final class GlorotUniform {

    private GlorotUniform() {
    }

    /** Equal seeds give equal parameters on every machine. */
    static Parameters of(final NetworkGraph graph, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final SortedMap<String, Tensor> tensors = new TreeMap<>();
        for (final Layer layer : graph.layers()) {
            if (layer.operation() instanceof Convolution convolution) {
                tensors.put(layer.name() + "/kernel", kernel(convolution, random));
                tensors.put(layer.name() + "/bias", Tensor.zeros(convolution.out()));
            } else if (layer.operation() instanceof BatchNormalization normalization) {
                tensors.put(layer.name() + "/gamma", ones(normalization.channels()));
                tensors.put(layer.name() + "/beta", Tensor.zeros(normalization.channels()));
                tensors.put(layer.name() + "/mean", Tensor.zeros(normalization.channels()));
                tensors.put(layer.name() + "/variance", ones(normalization.channels()));
            }
        }
        return new Parameters(tensors);
    }

    private static Tensor kernel(final Convolution convolution, final SplittableRandom random) {
        final int size = convolution.kernel() * convolution.kernel();
        final double limit = Math.sqrt(6.0 / ((convolution.in() + convolution.out()) * (double)size));
        final Tensor kernel =
            Tensor.zeros(convolution.out(), convolution.in(), convolution.kernel(), convolution.kernel());
        final float[] values = kernel.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float)(limit * (2 * random.nextDouble() - 1));
        }
        return kernel;
    }

    private static Tensor ones(final int channels) {
        final Tensor ones = Tensor.zeros(channels);
        Arrays.fill(ones.values(), 1);
        return ones;
    }
}
