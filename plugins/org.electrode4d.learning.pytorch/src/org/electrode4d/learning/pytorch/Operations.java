// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.pooling.Pool;
import java.util.List;
import java.util.Map;
import org.electrode4d.learning.engine.EngineException;
import org.electrode4d.learning.network.Layer;
import org.electrode4d.learning.network.Nonlinearity;
import org.electrode4d.learning.network.Operation;

/** What the operations of layers are in PyTorch; two of them differ between training and prediction. */
abstract class Operations {

    private static final Shape HALVING = new Shape(2, 2);
    private static final Shape UNPADDED = new Shape(0, 0);

    private final Map<String, NDArray> variables;

    /** @param variables learned ones and running means, by the names that {@link Layer} gives them */
    Operations(final Map<String, NDArray> variables) {
        this.variables = variables;
    }

    /** Normalises each channel. */
    abstract NDArray normalize(String layer, NDArray input);

    /** Sets a share of the values to zero. */
    abstract NDArray drop(String layer, NDArray input, double rate);

    final NDArray variable(final String layer, final String name) {
        return variables.get(layer + "/" + name);
    }

    /** The result of a layer; it may be the first input itself. */
    final NDArray apply(final Layer layer, final List<NDArray> inputs) {
        final Operation operation = layer.operation();
        final NDArray input = inputs.get(0);
        if (operation instanceof Operation.Convolution convolution) {
            return convolve(layer.name(), convolution, input);
        } else if (operation instanceof Operation.BatchNormalization) {
            return normalize(layer.name(), input);
        } else if (operation instanceof Operation.Activation activation) {
            return activate(activation.function(), input);
        } else if (operation instanceof Operation.MaxPooling) {
            return Pool.maxPool2d(input, HALVING, HALVING, UNPADDED, false);
        } else if (operation instanceof Operation.UpSampling) {
            return repeat(input);
        } else if (operation instanceof Operation.Concatenation) {
            return input.concat(inputs.get(1), 1);
        } else if (operation instanceof Operation.Addition) {
            return input.add(inputs.get(1));
        } else if (operation instanceof Operation.Gate) {
            return input.mul(inputs.get(1));
        } else if (operation instanceof Operation.Dropout dropout) {
            return drop(layer.name(), input, dropout.rate());
        }
        throw new EngineException("PyTorch knows no operation " + operation + " of the layer " + layer.name() + ".");
    }

    private NDArray convolve(final String layer, final Operation.Convolution convolution, final NDArray input) {
        final int stride = convolution.stride();
        final int padding = stride == 1 ? convolution.kernel() / 2 : 0;
        return Conv2d.conv2d(input, variable(layer, "kernel"), variable(layer, "bias"), new Shape(stride, stride),
            new Shape(padding, padding)).singletonOrThrow();
    }

    private static NDArray activate(final Nonlinearity function, final NDArray input) {
        return switch (function) {
            case RELU -> Activation.relu(input);
            case SIGMOID -> Activation.sigmoid(input);
            case TANH -> Activation.tanh(input);
        };
    }

    private static NDArray repeat(final NDArray input) {
        final long[] size = {2 * input.size(2), 2 * input.size(3)};
        return input.getNDArrayInternal().interpolation(size, 0, false);
    }
}
