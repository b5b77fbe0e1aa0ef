// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.network;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * An ONNX file that comes into being node by node. Numbers of fields are those of the standard's {@code onnx.proto}.
 */
final class OnnxFile {

    /** Version of the standard's own operators: that of ONNX 1.8. */
    static final int OPERATOR_SET = 13;

    private static final int INTERMEDIATE_REPRESENTATION = 7;
    private static final int FLOAT = 1;

    private static final int MODEL_VERSION = 1;
    private static final int MODEL_PRODUCER = 2;
    private static final int MODEL_DESCRIPTION = 6;
    private static final int MODEL_GRAPH = 7;
    private static final int MODEL_OPERATOR_SET = 8;
    private static final int OPERATOR_SET_VERSION = 2;

    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_NAME = 2;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int GRAPH_INPUT = 11;
    private static final int GRAPH_OUTPUT = 12;

    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_NAME = 3;
    private static final int NODE_OPERATOR = 4;
    private static final int NODE_ATTRIBUTE = 5;

    private static final int ATTRIBUTE_NAME = 1;
    private static final int ATTRIBUTE_FLOAT = 2;
    private static final int ATTRIBUTE_INTEGER = 3;
    private static final int ATTRIBUTE_TEXT = 4;
    private static final int ATTRIBUTE_INTEGERS = 8;
    private static final int ATTRIBUTE_TYPE = 20;

    private static final int TENSOR_EXTENT = 1;
    private static final int TENSOR_TYPE = 2;
    private static final int TENSOR_NAME = 8;
    private static final int TENSOR_VALUES = 9;

    private static final int VALUE_NAME = 1;
    private static final int VALUE_TYPE = 2;
    private static final int TYPE_TENSOR = 1;
    private static final int TENSOR_ELEMENT = 1;
    private static final int TENSOR_SHAPE = 2;
    private static final int SHAPE_AXIS = 1;
    private static final int AXIS_EXTENT = 1;
    private static final int AXIS_NAME = 2;

    private final ProtobufMessage graph = new ProtobufMessage().text(GRAPH_NAME, "network");

    /** An attribute of a node. */
    record Attribute(ProtobufMessage message) {

        static Attribute number(final String name, final float value) {
            return new Attribute(named(name, 1).number(ATTRIBUTE_FLOAT, value));
        }

        static Attribute integer(final String name, final int value) {
            return new Attribute(named(name, 2).integer(ATTRIBUTE_INTEGER, value));
        }

        static Attribute text(final String name, final String value) {
            return new Attribute(named(name, 3).text(ATTRIBUTE_TEXT, value));
        }

        static Attribute integers(final String name, final int... values) {
            final ProtobufMessage message = named(name, 7);
            for (final int value : values) {
                message.integer(ATTRIBUTE_INTEGERS, value);
            }
            return new Attribute(message);
        }

        private static ProtobufMessage named(final String name, final int type) {
            return new ProtobufMessage().text(ATTRIBUTE_NAME, name).integer(ATTRIBUTE_TYPE, type);
        }
    }

    /** A node whose only output has its name. */
    OnnxFile node(final String operator, final String name, final List<String> inputs, final Attribute... attributes) {
        final ProtobufMessage node = new ProtobufMessage();
        inputs.forEach(input -> node.text(NODE_INPUT, input));
        node.text(NODE_OUTPUT, name).text(NODE_NAME, name).text(NODE_OPERATOR, operator);
        for (final Attribute attribute : attributes) {
            node.message(NODE_ATTRIBUTE, attribute.message());
        }
        graph.message(GRAPH_NODE, node);
        return this;
    }

    /** Numbers that nodes take. */
    OnnxFile constant(final String name, final int[] shape, final float... values) {
        final ProtobufMessage tensor = new ProtobufMessage();
        for (final int extent : shape) {
            tensor.integer(TENSOR_EXTENT, extent);
        }
        graph.message(GRAPH_INITIALIZER,
            tensor.integer(TENSOR_TYPE, FLOAT).text(TENSOR_NAME, name).floats(TENSOR_VALUES, values));
        return this;
    }

    /** @param axes their extents, or names such as {@code rows} where any extent will do */
    OnnxFile input(final String name, final Object... axes) {
        graph.message(GRAPH_INPUT, value(name, axes));
        return this;
    }

    /** @param axes their extents, or names such as {@code rows} where any extent will do */
    OnnxFile output(final String name, final Object... axes) {
        graph.message(GRAPH_OUTPUT, value(name, axes));
        return this;
    }

    /**
     * The whole file.
     *
     * @param description for people
     * @throws IllegalArgumentException if it would have more than 2 GB
     */
    byte[] bytes(final String description) {
        final ProtobufMessage model = new ProtobufMessage().integer(MODEL_VERSION, INTERMEDIATE_REPRESENTATION)
            .text(MODEL_PRODUCER, "Electrode4D").text(MODEL_DESCRIPTION, description)
            .message(MODEL_OPERATOR_SET, new ProtobufMessage().integer(OPERATOR_SET_VERSION, OPERATOR_SET))
            .message(MODEL_GRAPH, graph);
        if (model.length() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("The network needs " + (model.length() >> 20)
                + " MB, but an ONNX file holds 2048 MB. Choose a smaller base width.");
        }
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream((int)model.length());
        model.writeTo(bytes);
        return bytes.toByteArray();
    }

    private static ProtobufMessage value(final String name, final Object... axes) {
        final ProtobufMessage shape = new ProtobufMessage();
        for (final Object axis : axes) {
            shape.message(SHAPE_AXIS, axis instanceof Integer extent
                ? new ProtobufMessage().integer(AXIS_EXTENT, extent)
                : new ProtobufMessage().text(AXIS_NAME, axis.toString()));
        }
        return new ProtobufMessage().text(VALUE_NAME, name).message(VALUE_TYPE, new ProtobufMessage()
            .message(TYPE_TENSOR, new ProtobufMessage().integer(TENSOR_ELEMENT, FLOAT).message(TENSOR_SHAPE, shape)));
    }
}
