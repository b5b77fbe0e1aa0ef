// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker.server;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.electrode4d.learning.engine.Batch;
import org.electrode4d.learning.engine.NetworkOptions;
import org.electrode4d.learning.engine.NetworkSource;
import org.electrode4d.learning.engine.Step;
import org.electrode4d.learning.network.Layer;
import org.electrode4d.learning.network.NetworkGraph;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;

/**
 * Writes the messages between a program and its worker: numbers big-endian, before everything of variable length its
 * length as 32 bit. {@link MessageReader} reads them in the same order.
 */
public final class MessageWriter {

    private static final int CHUNK = 1 << 16;

    private final DataOutputStream out;
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK);

    public MessageWriter(final OutputStream out) {
        this.out = new DataOutputStream(new BufferedOutputStream(out, CHUNK));
    }

    /** Sends what was written. */
    public void flush() throws IOException {
        out.flush();
    }

    public void bool(final boolean value) throws IOException {
        out.writeBoolean(value);
    }

    public void integer(final int value) throws IOException {
        out.writeInt(value);
    }

    public void real(final double value) throws IOException {
        out.writeDouble(value);
    }

    public void bytes(final byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }

    public void text(final String value) throws IOException {
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public void constant(final Enum<?> value) throws IOException {
        out.writeByte(value.ordinal());
    }

    public void tensor(final Tensor value) throws IOException {
        out.writeInt(value.shape().length);
        for (final int extent : value.shape()) {
            out.writeInt(extent);
        }
        floats(value.values());
    }

    public void parameters(final Parameters value) throws IOException {
        out.writeInt(value.tensors().size());
        for (final Map.Entry<String, Tensor> entry : value.tensors().entrySet()) {
            text(entry.getKey());
            tensor(entry.getValue());
        }
    }

    public void batch(final Batch value) throws IOException {
        tensor(value.images());
        bytes(value.classes());
        floats(value.weights());
    }

    public void step(final Step value) throws IOException {
        out.writeDouble(value.learningRate());
        out.writeLong(value.seed());
    }

    public void options(final NetworkOptions value) throws IOException {
        constant(value.precision());
        constant(value.loss());
    }

    public void source(final NetworkSource value) throws IOException {
        final boolean ours = value instanceof NetworkSource.Graph;
        bool(ours);
        if (ours) {
            final NetworkSource.Graph source = (NetworkSource.Graph)value;
            graph(source.graph());
            parameters(source.parameters());
        } else {
            final NetworkSource.Onnx source = (NetworkSource.Onnx)value;
            bytes(source.model());
            bool(source.channelsLast());
        }
    }

    private void graph(final NetworkGraph value) throws IOException {
        out.writeInt(value.channels());
        out.writeInt(value.outputs());
        out.writeInt(value.divisor());
        out.writeInt(value.layers().size());
        for (final Layer layer : value.layers()) {
            text(layer.name());
            OperationMessage.write(layer.operation(), this);
            out.writeInt(layer.inputs().size());
            for (final String input : layer.inputs()) {
                text(input);
            }
        }
    }

    private void floats(final float[] values) throws IOException {
        out.writeInt(values.length);
        for (int start = 0; start < values.length; start += CHUNK / Float.BYTES) {
            final int count = Math.min(CHUNK / Float.BYTES, values.length - start);
            chunk.asFloatBuffer().put(values, start, count);
            out.write(chunk.array(), 0, count * Float.BYTES);
        }
    }
}
