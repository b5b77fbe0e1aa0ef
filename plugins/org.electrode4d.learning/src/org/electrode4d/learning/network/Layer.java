// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.network;

import java.util.List;

/**
 * A named step of a network.
 *
 * @param name unique in its network; its parameters are called {@code name/kernel}, {@code name/bias} (convolution),
 *     {@code name/gamma}, {@code name/beta}, {@code name/mean}, {@code name/variance} (batch normalisation)
 * @param operation what is done
 * @param inputs names of layers before it, or {@link NetworkGraph#INPUT}
 */
public record Layer(String name, Operation operation, List<String> inputs) {

    public Layer {
        inputs = List.copyOf(inputs);
    }
}
