// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;

/**
 * Parameters as bytes, little-endian: the letters {@code E4DT}, version 1 (int), number of tensors (int), then by name
 * in ascending order of the UTF-16 units: length of the name in bytes (unsigned short), the name in UTF-8, number of
 * axes (unsigned byte), their extents (int each), the values (float each, the last axis fastest). Nothing follows.
 */
public final class ParameterBytes {

    private static final byte[] LETTERS = "E4DT".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEADER = 12;

    private ParameterBytes() {
    }

    /** @throws ArithmeticException beyond 2^31 - 1 bytes */
    public static byte[] write(final Parameters parameters) {
        long size = HEADER;
        for (final Map.Entry<String, Tensor> tensor : parameters.tensors().entrySet()) {
            size += 3 + utf8(tensor.getKey()).length + 4L * tensor.getValue().shape().length
                + 4L * tensor.getValue().values().length;
        }
        final ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(LETTERS).putInt(VERSION).putInt(parameters.tensors().size());
        parameters.tensors().forEach((name, tensor) -> write(name, tensor, bytes));
        return bytes.array();
    }

    private static void write(final String name, final Tensor tensor, final ByteBuffer bytes) {
        final byte[] letters = utf8(name);
        bytes.putShort((short)letters.length).put(letters).put((byte)tensor.shape().length);
        for (final int extent : tensor.shape()) {
            bytes.putInt(extent);
        }
        bytes.asFloatBuffer().put(tensor.values());
        bytes.position(bytes.position() + Float.BYTES * tensor.values().length);
    }

    /**
     * Checks every length before anything is allocated for it.
     *
     * @throws LearningException if these are no such bytes, or are cut off
     */
    public static Parameters read(final byte[] array) {
        final ByteBuffer bytes = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
        require(array.length >= HEADER && bytes.slice(0, LETTERS.length).equals(ByteBuffer.wrap(LETTERS)),
            "do not begin with E4DT");
        final int version = bytes.position(LETTERS.length).getInt();
        require(version == VERSION, "have version " + version + " of their format, but version "
            + VERSION + " was expected");
        final int count = bytes.getInt();
        final SortedMap<String, Tensor> tensors = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            final String name = readName(bytes);
            require(tensors.put(name, readTensor(name, bytes)) == null, "have two tensors '" + name + "'");
        }
        require(!bytes.hasRemaining(), "have " + bytes.remaining() + " bytes too many");
        return new Parameters(tensors);
    }

    private static String readName(final ByteBuffer bytes) {
        requireBytes(bytes, Short.BYTES);
        final byte[] name = new byte[requireBytes(bytes, bytes.getShort() & 0xffff)];
        bytes.get(name);
        return new String(name, StandardCharsets.UTF_8);
    }

    private static Tensor readTensor(final String name, final ByteBuffer bytes) {
        requireBytes(bytes, 1);
        final int[] shape = new int[bytes.get() & 0xff];
        requireBytes(bytes, (long)Integer.BYTES * shape.length);
        long size = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = bytes.getInt();
            require(shape[axis] >= 0, "have a tensor '" + name + "' with an extent of " + shape[axis]);
            size = Math.min(size * shape[axis], Integer.MAX_VALUE);
        }
        final float[] values = new float[requireBytes(bytes, Float.BYTES * size) / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        bytes.position(bytes.position() + Float.BYTES * values.length);
        return new Tensor(shape, values);
    }

    private static int requireBytes(final ByteBuffer bytes, final long count) {
        require(bytes.remaining() >= count, "are cut off at byte " + bytes.limit());
        return (int)count;
    }

    private static void require(final boolean fits, final String problem) {
        if (!fits) {
            throw new LearningException("The weights " + problem + ". Copy or write the model again.");
        }
    }

    private static byte[] utf8(final String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
