// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

import org.electrode4d.learning.network.Layer;
import org.electrode4d.learning.network.NetworkGraph;
import org.electrode4d.learning.network.Nonlinearity;
import org.electrode4d.learning.network.Operation;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;

/** A network of a few layers, written down layer by layer with its parameters. */
final class TinyNetwork {

    private final int channels;

    private final List<Layer> layers = new ArrayList<>();

    private final SortedMap<String, Tensor> parameters = new TreeMap<>();

    /** @param channels of the image at the input, whose layer is called {@link NetworkGraph#INPUT} */
    TinyNetwork(final int channels) {
        this.channels = channels;
    }

    TinyNetwork layer(final String name, final Operation operation, final String... inputs) {
        layers.add(new Layer(name, operation, List.of(inputs)));
        return this;
    }

    TinyNetwork parameter(final String name, final int[] shape, final float... values) {
        parameters.put(name, new Tensor(shape, values));
        return this;
    }

    /** A convolution with the given kernel {@code [out, in, row, column]}, stride 1 and no bias. */
    TinyNetwork convolution(final String name, final String input, final int[] shape, final float... kernel) {
        return convolution(name, input, new Operation.Convolution(shape[1], shape[0], shape[2], 1), kernel);
    }

    /** A convolution without bias. */
    TinyNetwork convolution(final String name, final String input, final Operation.Convolution convolution,
            final float... kernel) {
        final int width = convolution.kernel();
        return layer(name, convolution, input)
            .parameter(name + "/kernel", new int[] {convolution.out(), convolution.in(), width, width}, kernel)
            .parameter(name + "/bias", new int[] {convolution.out()}, new float[convolution.out()]);
    }

    /** Ends with a convolution that changes nothing, so that there is a parameter. */
    NetworkSource.Graph source(final String last, final int outputs, final int divisor) {
        final float[] identity = new float[outputs * outputs];
        for (int i = 0; i < outputs; i++) {
            identity[i * outputs + i] = 1;
        }
        return convolution("logits", last, new int[] {outputs, outputs, 1, 1}, identity).source(outputs, divisor);
    }

    NetworkSource.Graph source(final int outputs, final int divisor) {
        return new NetworkSource.Graph(new NetworkGraph(channels, outputs, divisor, layers),
            new Parameters(parameters));
    }

    /** The weight and bias of a single pixel: {@code logit = weight * value + bias}. */
    static NetworkSource.Graph line(final float weight, final float bias) {
        return new TinyNetwork(1).convolution("line", NetworkGraph.INPUT, new int[] {1, 1, 1, 1}, weight)
            .parameter("line/bias", new int[] {1}, bias).source(1, 1);
    }

    /**
     * Two levels with an attention gate between them, every operation among them and nothing but the pooling that is
     * not smooth; random parameters are multiples of 2^-10.
     */
    static NetworkSource.Graph attention(final int outputs, final double dropout) {
        final Operation tanh = new Operation.Activation(Nonlinearity.TANH);
        final NetworkGraph graph = new TinyNetwork(1)
            .layer("first", new Operation.Convolution(1, 2, 3, 1), NetworkGraph.INPUT)
            .layer("first norm", new Operation.BatchNormalization(2), "first").layer("skip", tanh, "first norm")
            .layer("pool", new Operation.MaxPooling(), "skip").layer("drop", new Operation.Dropout(dropout), "pool")
            .layer("deep", new Operation.Convolution(2, 3, 3, 1), "drop")
            .layer("deep norm", new Operation.BatchNormalization(3), "deep").layer("low", tanh, "deep norm")
            .layer("theta", new Operation.Convolution(2, 2, 2, 2), "skip")
            .layer("phi", new Operation.Convolution(3, 2, 1, 1), "low")
            .layer("sum", new Operation.Addition(), "theta", "phi").layer("bent", tanh, "sum")
            .layer("psi", new Operation.Convolution(2, 1, 1, 1), "bent")
            .layer("sigma", new Operation.Activation(Nonlinearity.SIGMOID), "psi")
            .layer("wide sigma", new Operation.UpSampling(), "sigma")
            .layer("gate", new Operation.Gate(), "skip", "wide sigma")
            .layer("up", new Operation.UpSampling(), "low")
            .layer("both", new Operation.Concatenation(), "up", "gate")
            .layer("logits", new Operation.Convolution(5, outputs, 1, 1), "both").source(outputs, 2).graph();
        return new NetworkSource.Graph(graph, random(graph, 1));
    }

    /** Multiples of 2^-10: kernels up to 1/2, all others near the value with which they do nothing. */
    private static Parameters random(final NetworkGraph graph, final long seed) {
        final Random random = new Random(seed);
        final SortedMap<String, Tensor> tensors = new TreeMap<>();
        for (final Layer layer : graph.layers()) {
            if (layer.operation() instanceof Operation.Convolution convolution) {
                final int kernel = convolution.kernel();
                tensors.put(layer.name() + "/kernel",
                    random(random, 0, convolution.out(), convolution.in(), kernel, kernel));
                tensors.put(layer.name() + "/bias", random(random, 0, convolution.out()));
            } else if (layer.operation() instanceof Operation.BatchNormalization norm) {
                tensors.put(layer.name() + "/gamma", random(random, 1, norm.channels()));
                tensors.put(layer.name() + "/beta", random(random, 0, norm.channels()));
                tensors.put(layer.name() + "/mean", random(random, 0, norm.channels()));
                tensors.put(layer.name() + "/variance", random(random, 1, norm.channels()));
            }
        }
        return new Parameters(tensors);
    }

    private static Tensor random(final Random random, final int middle, final int... shape) {
        final Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.values().length; i++) {
            tensor.values()[i] = middle + (random.nextInt(1025) - 512) / 1024f;
        }
        return tensor;
    }

    /** Random images with one channel in which nearly a third of the pixels has no label. */
    static Batch batch(final int images, final int rows, final int columns, final int classes, final long seed) {
        final Random random = new Random(seed);
        final int pixels = images * rows * columns;
        final float[] values = new float[pixels];
        final byte[] labels = new byte[pixels];
        final float[] weights = new float[pixels];
        for (int i = 0; i < pixels; i++) {
            values[i] = (float)random.nextGaussian();
            labels[i] = (byte)random.nextInt(classes);
            weights[i] = random.nextInt(3) == 0 ? 0 : 1 + labels[i];
        }
        return new Batch(new Tensor(new int[] {images, 1, rows, columns}, values), labels, weights);
    }
}
