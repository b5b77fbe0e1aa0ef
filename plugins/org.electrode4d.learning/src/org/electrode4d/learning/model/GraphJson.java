// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.network.Layer;
import org.electrode4d.learning.network.NetworkGraph;
import org.electrode4d.learning.network.Nonlinearity;
import org.electrode4d.learning.network.Operation;
import org.electrode4d.learning.network.Operation.Activation;
import org.electrode4d.learning.network.Operation.Addition;
import org.electrode4d.learning.network.Operation.BatchNormalization;
import org.electrode4d.learning.network.Operation.Concatenation;
import org.electrode4d.learning.network.Operation.Convolution;
import org.electrode4d.learning.network.Operation.Dropout;
import org.electrode4d.learning.network.Operation.Gate;
import org.electrode4d.learning.network.Operation.MaxPooling;
import org.electrode4d.learning.network.Operation.UpSampling;

/** The layers of a network as JSON, each of them: a network is read back whatever later programs build. */
final class GraphJson {

    private static final String MOMENTUM = "momentum";
    private static final String OPERATION = "operation";

    private GraphJson() {
    }

    static ObjectNode write(final NetworkGraph graph) {
        final ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("channels", graph.channels()).put("outputs", graph.outputs()).put("divisor", graph.divisor());
        final var layers = object.putArray("layers");
        for (final Layer layer : graph.layers()) {
            final ObjectNode node = layers.addObject().put("name", layer.name());
            write(layer.operation(), node);
            JsonFields.putTexts(node, "inputs", layer.inputs());
        }
        return object;
    }

    private static void write(final Operation operation, final ObjectNode node) {
        if (operation instanceof Convolution convolution) {
            node.put(OPERATION, "convolution").put("in", convolution.in()).put("out", convolution.out())
                .put("kernel", convolution.kernel()).put("stride", convolution.stride());
        } else if (operation instanceof BatchNormalization normalization) {
            node.put(OPERATION, "batch_normalization").put("channels", normalization.channels())
                .put(MOMENTUM, normalization.momentum());
        } else if (operation instanceof Activation activation) {
            node.put(OPERATION, "activation").put("function", activation.function().name().toLowerCase(Locale.ROOT));
        } else if (operation instanceof Dropout dropout) {
            node.put(OPERATION, "dropout").put("rate", dropout.rate());
        } else {
            node.put(OPERATION, simpleName(operation));
        }
    }

    private static String simpleName(final Operation operation) {
        if (operation instanceof MaxPooling) {
            return "max_pooling";
        } else if (operation instanceof UpSampling) {
            return "up_sampling";
        } else if (operation instanceof Concatenation) {
            return "concatenation";
        } else if (operation instanceof Addition) {
            return "addition";
        } else if (operation instanceof Gate) {
            return "gate";
        }
        throw new IllegalArgumentException("The operation " + operation + " has no name in model files.");
    }

    static NetworkGraph read(final JsonNode object) {
        return new NetworkGraph(JsonFields.small(object, "channels"), JsonFields.small(object, "outputs"),
            JsonFields.small(object, "divisor"), JsonFields.list(object, "layers", GraphJson::layer));
    }

    private static Layer layer(final JsonNode node) {
        return new Layer(JsonFields.text(node, "name"), operation(node), JsonFields.texts(node, "inputs"));
    }

    private static Operation operation(final JsonNode node) {
        final String name = JsonFields.text(node, OPERATION);
        return switch (name) {
            case "convolution" -> new Convolution(JsonFields.small(node, "in"), JsonFields.small(node, "out"),
                JsonFields.small(node, "kernel"), JsonFields.small(node, "stride"));
            case "batch_normalization" -> new BatchNormalization(JsonFields.small(node, "channels"),
                node.has(MOMENTUM) ? JsonFields.number(node, MOMENTUM) : BatchNormalization.MOMENTUM);
            case "activation" -> new Activation(function(JsonFields.text(node, "function")));
            case "dropout" -> new Dropout(JsonFields.number(node, "rate"));
            case "max_pooling" -> new MaxPooling();
            case "up_sampling" -> new UpSampling();
            case "concatenation" -> new Concatenation();
            case "addition" -> new Addition();
            case "gate" -> new Gate();
            default -> throw new LearningException("A layer is of the kind '" + name
                + "', which is unknown. Update Electrode4D.");
        };
    }

    private static Nonlinearity function(final String name) {
        return Arrays.stream(Nonlinearity.values()).filter(f -> f.name().toLowerCase(Locale.ROOT).equals(name))
            .findFirst().orElseThrow(() -> new LearningException("An activation is '" + name
                + "', which is unknown. Update Electrode4D."));
    }
}
