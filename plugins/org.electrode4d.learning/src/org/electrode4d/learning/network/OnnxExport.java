// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.electrode4d.learning.network.OnnxFile.Attribute;

/**
 * Writes a network as an ONNX file with operators of version 13 of the standard, which ONNX Runtime, OpenCV and many
 * other programs read. The image at the input and the logits at the output are {@code [batch, channel, row, column]};
 * batch, rows and columns may be any, rows and columns multiples of the divisor of the network. Dropout, which does
 * nothing in prediction, is left out. Equal networks give equal bytes.
 */
public final class OnnxExport {

    private static final String SCALES = "/scales";

    private final NetworkGraph graph;
    private final OnnxFile file = new OnnxFile();

    /** Layers that were left out, and those whose values they would hand on. */
    private final Map<String, String> sameAs = new HashMap<>();

    private OnnxExport(final NetworkGraph graph) {
        this.graph = graph;
    }

    /**
     * The bytes of an ONNX file.
     *
     * @throws IllegalArgumentException if the parameters are not those of the network, or too many for 2 GB
     */
    public static byte[] bytes(final NetworkGraph graph, final Parameters parameters) {
        graph.check(parameters);
        final OnnxExport export = new OnnxExport(graph);
        export.write(parameters);
        return export.file.bytes("The output are logits: " + (graph.outputs() == 1
            ? "the sigmoid of the channel is the probability of the second of two classes."
            : "the softmax over the channels gives the probabilities of the classes."));
    }

    private void write(final Parameters parameters) {
        graph.layers().forEach(this::write);
        if (sameAs.containsKey(graph.output())) {
            file.node("Identity", graph.output(), List.of(source(graph.output())));
        }
        parameters.tensors().forEach((name, tensor) -> file.constant(name, tensor.shape(), tensor.values()));
        file.constant(SCALES, new int[] {4}, 1, 1, 2, 2);
        file.input(NetworkGraph.INPUT, "batch", graph.channels(), "rows", "columns");
        file.output(graph.output(), "batch", graph.outputs(), "rows", "columns");
    }

    private void write(final Layer layer) {
        final Operation operation = layer.operation();
        if (operation instanceof Operation.Convolution convolution) {
            final int margin = convolution.stride() == 1 ? (convolution.kernel() - 1) / 2 : 0;
            node("Conv", layer, List.of("/kernel", "/bias"),
                Attribute.integers("kernel_shape", convolution.kernel(), convolution.kernel()),
                Attribute.integers("strides", convolution.stride(), convolution.stride()),
                Attribute.integers("pads", margin, margin, margin, margin));
        } else if (operation instanceof Operation.BatchNormalization) {
            node("BatchNormalization", layer, List.of("/gamma", "/beta", "/mean", "/variance"),
                Attribute.number("epsilon", (float)Operation.BatchNormalization.EPSILON));
        } else if (operation instanceof Operation.Activation activation) {
            node(operator(activation.function()), layer, List.of());
        } else if (operation instanceof Operation.MaxPooling) {
            node("MaxPool", layer, List.of(), Attribute.integers("kernel_shape", 2, 2),
                Attribute.integers("strides", 2, 2));
        } else if (operation instanceof Operation.UpSampling) {
            // Of the many ways to enlarge by nearest neighbours this one repeats each value exactly.
            file.node("Resize", layer.name(), List.of(source(layer.inputs().get(0)), "", SCALES),
                Attribute.text("mode", "nearest"), Attribute.text("nearest_mode", "floor"),
                Attribute.text("coordinate_transformation_mode", "asymmetric"));
        } else if (operation instanceof Operation.Concatenation) {
            node("Concat", layer, List.of(), Attribute.integer("axis", 1));
        } else if (operation instanceof Operation.Addition) {
            node("Add", layer, List.of());
        } else if (operation instanceof Operation.Gate) {
            node("Mul", layer, List.of());
        } else {
            sameAs.put(layer.name(), source(layer.inputs().get(0)));
        }
    }

    private void node(final String operator, final Layer layer, final List<String> parameters,
            final Attribute... attributes) {
        final List<String> inputs = new ArrayList<>(layer.inputs().stream().map(this::source).toList());
        parameters.forEach(parameter -> inputs.add(layer.name() + parameter));
        file.node(operator, layer.name(), inputs, attributes);
    }

    private String source(final String layer) {
        return sameAs.getOrDefault(layer, layer);
    }

    private static String operator(final Nonlinearity function) {
        return switch (function) {
            case RELU -> "Relu";
            case SIGMOID -> "Sigmoid";
            case TANH -> "Tanh";
        };
    }
}
