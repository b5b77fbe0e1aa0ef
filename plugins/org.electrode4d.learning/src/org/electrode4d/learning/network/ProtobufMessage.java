// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.network;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A message in the binary form of Protocol Buffers, of which ONNX files consist: fields with a number, one after the
 * other. Messages inside are not copied.
 */
final class ProtobufMessage {

    private static final int VARINT = 0;
    private static final int FIXED32 = 5;
    private static final int LENGTH_DELIMITED = 2;
    private static final int LOW_BITS = 0x7f;
    private static final int MORE = 0x80;

    private final List<byte[]> parts = new ArrayList<>();
    private long length;

    ProtobufMessage integer(final int field, final long value) {
        varint((long)field << 3 | VARINT);
        return varint(value);
    }

    ProtobufMessage number(final int field, final float value) {
        varint((long)field << 3 | FIXED32);
        return add(ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array());
    }

    ProtobufMessage text(final int field, final String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    ProtobufMessage bytes(final int field, final byte[] value) {
        varint((long)field << 3 | LENGTH_DELIMITED);
        varint(value.length);
        return add(value);
    }

    ProtobufMessage floats(final int field, final float[] values) {
        final ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
        bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
        return bytes(field, bytes.array());
    }

    ProtobufMessage message(final int field, final ProtobufMessage value) {
        varint((long)field << 3 | LENGTH_DELIMITED);
        varint(value.length);
        parts.addAll(value.parts);
        length += value.length;
        return this;
    }

    long length() {
        return length;
    }

    void writeTo(final ByteArrayOutputStream out) {
        parts.forEach(out::writeBytes);
    }

    private ProtobufMessage varint(final long value) {
        final byte[] bytes = new byte[10];
        int count = 0;
        long rest = value;
        while ((rest & ~(long)LOW_BITS) != 0) {
            bytes[count++] = (byte)(rest & LOW_BITS | MORE);
            rest >>>= 7;
        }
        bytes[count++] = (byte)rest;
        return add(Arrays.copyOf(bytes, count));
    }

    private ProtobufMessage add(final byte[] part) {
        parts.add(part);
        length += part.length;
        return this;
    }
}
