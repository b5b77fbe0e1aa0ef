// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.network;

import java.util.List;

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

    public NetworkGraph {
        layers = List.copyOf(layers);
    }

    /** Name of the layer that gives the logits. */
    public String output() {
        return layers.get(layers.size() - 1).name();
    }
}
