// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.network;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.electrode4d.learning.network.Operation.BatchNormalization;
import org.electrode4d.learning.network.Operation.Convolution;

/**
 * A network as a list of layers, each after those it takes its input from. The last layer gives the logits: one channel
 * per class, or a single one for two classes (its sigmoid is then the probability of the second).
 *
 * @param channels of the input, 1 for grey values
 * @param outputs channels of the last layer
 * @param divisor rows and columns of an image must be multiples of it: 2 to the power of the halvings
 * @param layers in an order in which they can be computed
 */
public record NetworkGraph(int channels, int outputs, int divisor, List<Layer> layers) {

    /** Name of the image at the input. */
    public static final String INPUT = "input";

    /**
     * @throws IllegalArgumentException if a name is there twice, an input is no layer before, numbers of channels or
     *     sizes do not fit, or the last layer does not give {@code outputs} channels at the size of the image
     */
    public NetworkGraph {
        layers = List.copyOf(layers);
        new GraphCheck(channels, divisor).check(layers, outputs);
    }

    /** Name of the layer that gives the logits. */
    public String output() {
        return layers.get(layers.size() - 1).name();
    }

    /** Shapes of all parameters by name; see {@link Layer} for the names and {@link Parameters} for the axes. */
    public SortedMap<String, int[]> parameterShapes() {
        final SortedMap<String, int[]> shapes = new TreeMap<>();
        for (final Layer layer : layers) {
            if (layer.operation() instanceof Convolution convolution) {
                final int kernel = convolution.kernel();
                shapes.put(layer.name() + "/kernel",
                    new int[] {convolution.out(), convolution.in(), kernel, kernel});
                shapes.put(layer.name() + "/bias", new int[] {convolution.out()});
            } else if (layer.operation() instanceof BatchNormalization normalization) {
                for (final String parameter : List.of("gamma", "beta", "mean", "variance")) {
                    shapes.put(layer.name() + "/" + parameter, new int[] {normalization.channels()});
                }
            }
        }
        return shapes;
    }

    /**
     * Checks that parameters are those of this network.
     *
     * @throws IllegalArgumentException if one is missing, has another shape or belongs to no layer
     */
    public void check(final Parameters parameters) {
        final SortedMap<String, int[]> shapes = parameterShapes();
        shapes.forEach((name, shape) -> {
            final Tensor tensor = parameters.tensors().get(name);
            if (tensor == null || !Arrays.equals(tensor.shape(), shape)) {
                throw new IllegalArgumentException("The network needs the parameter \"" + name + "\" of shape "
                    + Arrays.toString(shape) + ", but " + (tensor == null ? "it is missing."
                        : "it has the shape " + Arrays.toString(tensor.shape()) + "."));
            }
        });
        for (final String name : parameters.tensors().keySet()) {
            if (!shapes.containsKey(name)) {
                throw new IllegalArgumentException("The parameter \"" + name
                    + "\" belongs to no layer of the network.");
            }
        }
    }
}
