// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Memory that Java fills and PyTorch reads in place. It is used again in each step: direct buffers that are given away
 * are only freed when Java collects its garbage.
 */
final class StagingMemory {

    private final Map<String, ByteBuffer> buffers = new HashMap<>();
    private final DataType type;

    /** @param type of the arrays that are made, whatever is put into them */
    StagingMemory(final DataType type) {
        this.type = type;
    }

    /** An array that is valid until the next one of that name. */
    NDArray array(final NDManager manager, final String name, final Shape shape, final float[] values) {
        return array(manager, name, shape, DataType.FLOAT32, buffer -> buffer.asFloatBuffer().put(values));
    }

    /** An array that is valid until the next one of that name. */
    NDArray array(final NDManager manager, final String name, final Shape shape, final double[] values) {
        return array(manager, name, shape, DataType.FLOAT64, buffer -> buffer.asDoubleBuffer().put(values));
    }

    /**
     * An array that is valid until the next one of that name.
     *
     * @param stored type of what is put
     * @param values puts them into a buffer of just their size
     */
    NDArray array(final NDManager manager, final String name, final Shape shape, final DataType stored,
            final Consumer<ByteBuffer> values) {
        final int bytes = Math.toIntExact(shape.size() * stored.getNumOfBytes());
        ByteBuffer buffer = buffers.get(name);
        if (buffer == null || buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocateDirect(bytes);
            buffers.put(name, buffer);
        }
        buffer.clear().limit(bytes);
        values.accept(buffer.duplicate().order(ByteOrder.nativeOrder()));
        return manager.create(buffer.duplicate(), shape, stored).toType(type, false);
    }
}
