// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.electrode4d.learning.network.Operation.BatchNormalization;
import org.electrode4d.learning.network.Operation.Convolution;
import org.junit.jupiter.api.Test;

final class AttentionResUNetTest {

    /** Counted by hand: blocks, gating signals, gates and output of the smallest network, level by level. */
    @Test
    void smallestNetworkHasTheParametersOfItsLayers() {
        final AttentionResUNet smallest = new AttentionResUNet(2, 1, 1, 0, Normalized.NONE, Nonlinearity.RELU);
        final long down = (9 + 1) + (9 + 1) + (1 + 1);
        final long bottom = (2 * 9 + 2) + (2 * 2 * 9 + 2) + (2 + 2);
        final long gating = 2 + 1;
        final long attention = (4 + 1) + (1 + 1) + (9 + 1) + (1 + 1) + (1 + 1);
        final long up = (3 * 9 + 1) + (9 + 1) + (3 + 1);
        assertEquals(down + bottom + gating + attention + up + (1 + 1), smallest.initial(1).count());
    }

    @Test
    void networkOfThePaperHas2Point45MillionParameters() {
        assertEquals(2.45e6, AttentionResUNet.of(2, 16).initial(1).count(), 0.005e6);
    }

    @Test
    void layersFollowTheOrderOfKeras() {
        final List<String> convolutions = AttentionResUNet.of(2, 16).graph().layers().stream()
            .filter(layer -> layer.operation() instanceof Convolution).map(Layer::name).toList();
        assertEquals(List.of("down1_conv1", "down1_conv2", "down1_shortcut", "down2_conv1"),
            convolutions.subList(0, 4));
        final int up = convolutions.indexOf("up4_gating");
        assertEquals(List.of("up4_gating", "up4_attention_theta", "up4_attention_phi", "up4_attention_phi_transposed",
            "up4_attention_psi", "up4_attention_result", "up4_conv1", "up4_conv2", "up4_shortcut", "up3_gating"),
            convolutions.subList(up, up + 10));
        assertEquals("output", convolutions.get(convolutions.size() - 1));
    }

    @Test
    void skipsAreGatedByTheImageBelow() {
        final NetworkGraph graph = AttentionResUNet.of(2, 16).graph();
        assertInputs(graph, "up1_gating", "up2_activation");
        assertInputs(graph, "up1_attention_theta", "down1_activation");
        assertInputs(graph, "up1_attention_phi", "up1_gating_activation");
        assertInputs(graph, "up1_attention_sum", "up1_attention_phi_transposed", "up1_attention_theta");
        assertInputs(graph, "up1_attention_psi", "up1_attention_activation");
        assertInputs(graph, "up1_attention_gate", "down1_activation", "up1_attention_coefficients");
        assertInputs(graph, "up1_concatenated", "up1_enlarged", "up1_attention_result_norm");
        assertInputs(graph, "up4_gating", "bottom_activation");
    }

    @Test
    void blocksAddTheirShortcut() {
        final NetworkGraph graph = AttentionResUNet.of(2, 16).graph();
        assertInputs(graph, "down2_conv1", "down1_pool");
        assertInputs(graph, "down2_conv2", "down2_conv1_activation");
        assertInputs(graph, "down2_dropout", "down2_conv2_norm");
        assertInputs(graph, "down2_shortcut", "down1_pool");
        assertInputs(graph, "down2_sum", "down2_shortcut_norm", "down2_dropout");
        assertInputs(graph, "down2_activation", "down2_sum");
        assertInputs(graph, "down2_pool", "down2_activation");
    }

    @Test
    void everyDepthAndNumberOfClassesIsANetwork() {
        for (int depth = 1; depth <= AttentionResUNet.MAX_DEPTH; depth++) {
            final NetworkGraph graph = new AttentionResUNet(5, depth, 3, 0.2, Normalized.ALL, Nonlinearity.TANH).graph();
            assertEquals(1 << depth, graph.divisor());
            assertEquals(5, graph.outputs());
            assertEquals("output_norm", graph.output());
        }
    }

    @Test
    void theOutputIsNotNormalisedWhereAllElseIs() {
        final AttentionResUNet keras = AttentionResUNet.of(2, 4);
        final NetworkGraph graph = keras.withNormalized(Normalized.ALL_BUT_OUTPUT).graph();
        assertEquals("output", graph.output());
        final List<String> norms = normalizations(keras.graph());
        assertEquals("output_norm", norms.get(norms.size() - 1));
        assertEquals(norms.subList(0, norms.size() - 1), normalizations(graph));
        assertEquals(List.of(), normalizations(keras.withNormalized(Normalized.NONE).graph()));
    }

    @Test
    void runningMeansFollowAsTheChoiceSays() {
        final AttentionResUNet keras = AttentionResUNet.of(2, 4);
        assertEquals(Set.of(0.99), momenta(keras.graph()));
        assertEquals(Set.of(0.9), momenta(keras.withNormalized(Normalized.ALL_BUT_OUTPUT).graph()));
    }

    private static List<String> normalizations(final NetworkGraph graph) {
        return graph.layers().stream().filter(layer -> layer.operation() instanceof BatchNormalization)
            .map(Layer::name).toList();
    }

    private static Set<Double> momenta(final NetworkGraph graph) {
        return graph.layers().stream().map(Layer::operation).filter(BatchNormalization.class::isInstance)
            .map(operation -> ((BatchNormalization)operation).momentum()).collect(Collectors.toSet());
    }

    @Test
    void equalSeedsGiveEqualParameters() {
        final AttentionResUNet network = AttentionResUNet.of(3, 4);
        assertEquals(network.initial(7), network.initial(7));
        assertNotEquals(network.initial(7), network.initial(8));
    }

    /** The limit of a 3x3 convolution from 1 to 16 channels is sqrt(6 / (9 + 144)). */
    @Test
    void kernelsAreUniformWithinTheLimitOfGlorot() {
        final Parameters parameters = AttentionResUNet.of(2, 16).initial(3);
        final float[] kernel = parameters.tensors().get("down1_conv1/kernel").values();
        final double limit = Math.sqrt(6.0 / 153);
        double greatest = 0;
        double sum = 0;
        for (final float value : kernel) {
            greatest = Math.max(greatest, Math.abs(value));
            sum += value * value;
        }
        assertTrue(greatest <= limit && greatest > 0.9 * limit);
        assertEquals(limit * limit / 3, sum / kernel.length, 0.2 * limit * limit / 3);
        assertEquals(1, parameters.tensors().get("down1_conv1_norm/variance").values()[0]);
        assertEquals(1, parameters.tensors().get("down1_conv1_norm/gamma").values()[15]);
        assertEquals(0, parameters.tensors().get("down1_conv1_norm/mean").values()[3]);
        assertEquals(0, parameters.tensors().get("down1_conv1/bias").values()[3]);
    }

    @Test
    void parametersOfAnotherWidthAreRefused() {
        final NetworkGraph graph = AttentionResUNet.of(2, 4).graph();
        graph.check(AttentionResUNet.of(2, 4).initial(1));
        final IllegalArgumentException wider = assertThrows(IllegalArgumentException.class,
            () -> graph.check(AttentionResUNet.of(2, 8).initial(1)));
        assertTrue(wider.getMessage().contains("bottom_conv1/bias"), wider.getMessage());
        assertThrows(IllegalArgumentException.class,
            () -> graph.check(new AttentionResUNet(2, 5, 4, 0, Normalized.ALL, Nonlinearity.RELU).initial(1)));
    }

    @Test
    void settingsOutsideOfTheirRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> AttentionResUNet.of(1, 16));
        assertThrows(IllegalArgumentException.class, () -> AttentionResUNet.of(2, 0));
        assertThrows(IllegalArgumentException.class,
            () -> new AttentionResUNet(2, 7, 16, 0.2, Normalized.ALL, Nonlinearity.RELU));
        assertThrows(IllegalArgumentException.class,
            () -> new AttentionResUNet(2, 4, 16, 1, Normalized.ALL, Nonlinearity.RELU));
        assertThrows(IllegalArgumentException.class,
            () -> new AttentionResUNet(2, 4, 16, Double.NaN, Normalized.ALL, Nonlinearity.RELU));
    }

    private static void assertInputs(final NetworkGraph graph, final String name, final String... inputs) {
        final Layer layer = graph.layers().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        assertEquals(List.of(inputs), layer.inputs());
    }
}
