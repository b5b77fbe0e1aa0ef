// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.electrode4d.learning.network.Operation.Activation;
import org.electrode4d.learning.network.Operation.Addition;
import org.electrode4d.learning.network.Operation.BatchNormalization;
import org.electrode4d.learning.network.Operation.Convolution;
import org.electrode4d.learning.network.Operation.Gate;
import org.electrode4d.learning.network.Operation.MaxPooling;
import org.electrode4d.learning.network.Operation.UpSampling;
import org.junit.jupiter.api.Test;

final class NetworkGraphTest {

    private static final Layer TO_TWO = layer("two", new Convolution(1, 2, 3, 1), NetworkGraph.INPUT);

    private static final Layer TO_ONE = layer("one", new Convolution(2, 1, 1, 1), "two");

    @Test
    void twoConvolutionsAreANetwork() {
        final NetworkGraph graph = new NetworkGraph(1, 1, 1, List.of(TO_TWO, TO_ONE));
        assertEquals("one", graph.output());
        assertEquals(List.of("one/bias", "one/kernel", "two/bias", "two/kernel"),
            List.copyOf(graph.parameterShapes().keySet()));
    }

    @Test
    void layersMustFitTogether() {
        assertRefused("\"one\" takes its input from \"two\"", 1, TO_ONE, TO_TWO);
        assertRefused("\"two\" is there twice", 1, TO_TWO, TO_TWO);
        assertRefused("\"input\" is there twice", 1, layer("input", new Convolution(1, 1, 1, 1), "input"));
        assertRefused("\"norm\" expects 3 channels, but gets 2", 1, TO_TWO,
            layer("norm", new BatchNormalization(3), "two"));
        assertRefused("\"sum\" expects 1 channels, but gets 2", 1, TO_TWO,
            layer("sum", new Addition(), NetworkGraph.INPUT, "two"));
        assertRefused("\"sum\" needs 2 inputs, not 1", 1, layer("sum", new Addition(), NetworkGraph.INPUT));
        assertRefused("\"gate\" expects 1 channels, but gets 2", 1, TO_TWO,
            layer("gate", new Gate(), "two", "two"));
        assertRefused("\"even\" needs", 1, layer("even", new Convolution(1, 1, 2, 1), NetworkGraph.INPUT));
        assertRefused("needs a name without a slash", 1,
            layer("a/b", new Activation(Nonlinearity.RELU), NetworkGraph.INPUT));
        assertRefused("needs at least one layer", 1);
    }

    @Test
    void sizesMustFitTogether() {
        final Layer half = layer("half", new MaxPooling(), NetworkGraph.INPUT);
        assertRefused("does not divide the divisor 1", 1, half);
        assertRefused("\"half\" is the last and must give 1 channels at the size of the image, but gives 1 at 1/2", 2,
            half);
        assertRefused("\"sum\" gets images of different sizes", 2, half,
            layer("sum", new Addition(), NetworkGraph.INPUT, "half"));
        assertRefused("would make an image larger", 2, layer("double", new UpSampling(), NetworkGraph.INPUT));
        new NetworkGraph(1, 1, 2, List.of(half, layer("whole", new UpSampling(), "half")));
    }

    private static void assertRefused(final String message, final int divisor, final Layer... layers) {
        final IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
            () -> new NetworkGraph(1, 1, divisor, List.of(layers)));
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    private static Layer layer(final String name, final Operation operation, final String... inputs) {
        return new Layer(name, operation, List.of(inputs));
    }
}
