// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker.server;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.electrode4d.learning.engine.Batch;
import org.electrode4d.learning.engine.Loss;
import org.electrode4d.learning.engine.NetworkOptions;
import org.electrode4d.learning.engine.NetworkSource;
import org.electrode4d.learning.engine.Step;
import org.electrode4d.learning.network.Layer;
import org.electrode4d.learning.network.NetworkGraph;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;

/** Reads what a {@link MessageWriter} wrote; all methods throw {@link EOFException} where the other side has gone. */
public final class MessageReader {

    private static final int CHUNK = 1 << 16;

    private final DataInputStream in;
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK);

    public MessageReader(final InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in, CHUNK));
    }

    public boolean bool() throws IOException {
        return in.readBoolean();
    }

    public int integer() throws IOException {
        return in.readInt();
    }

    public double real() throws IOException {
        return in.readDouble();
    }

    public byte[] bytes() throws IOException {
        final byte[] value = new byte[in.readInt()];
        in.readFully(value);
        return value;
    }

    public String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    public <T> T constant(final T[] values) throws IOException {
        return values[in.readUnsignedByte()];
    }

    public Tensor tensor() throws IOException {
        final int[] shape = new int[in.readInt()];
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = in.readInt();
        }
        return new Tensor(shape, floats());
    }

    public Parameters parameters() throws IOException {
        final int count = in.readInt();
        final SortedMap<String, Tensor> tensors = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            tensors.put(text(), tensor());
        }
        return new Parameters(tensors);
    }

    public Batch batch() throws IOException {
        return new Batch(tensor(), bytes(), floats());
    }

    public Step step() throws IOException {
        return new Step(in.readDouble(), in.readLong());
    }

    public NetworkOptions options() throws IOException {
        return new NetworkOptions(constant(NetworkOptions.Precision.values()), constant(Loss.values()));
    }

    public NetworkSource source() throws IOException {
        return bool() ? new NetworkSource.Graph(graph(), parameters()) : new NetworkSource.Onnx(bytes(), bool());
    }

    private NetworkGraph graph() throws IOException {
        final int channels = in.readInt();
        final int outputs = in.readInt();
        final int divisor = in.readInt();
        final int count = in.readInt();
        final List<Layer> layers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            layers.add(new Layer(text(), OperationMessage.read(this), texts()));
        }
        return new NetworkGraph(channels, outputs, divisor, layers);
    }

    private List<String> texts() throws IOException {
        final int count = in.readInt();
        final List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    private float[] floats() throws IOException {
        final float[] values = new float[in.readInt()];
        for (int start = 0; start < values.length; start += CHUNK / Float.BYTES) {
            final int count = Math.min(CHUNK / Float.BYTES, values.length - start);
            in.readFully(chunk.array(), 0, count * Float.BYTES);
            chunk.asFloatBuffer().get(values, start, count);
        }
        return values;
    }
}
