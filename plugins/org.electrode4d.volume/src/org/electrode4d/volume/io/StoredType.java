// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.electrode4d.volume.VoxelType;

/**
 * How numbers stand in a file: the type that they have in a volume, the bytes of each, and their order. Floating point
 * numbers of eight bytes lose precision when read; integers of eight bytes must fit four.
 */
record StoredType(VoxelType type, int bytes, ByteOrder order) {

    StoredType(final VoxelType type, final ByteOrder order) {
        this(type, type.bytes(), order);
    }

    static StoredType float64(final ByteOrder order) {
        return new StoredType(VoxelType.FLOAT32, Double.BYTES, order);
    }

    static StoredType int64(final ByteOrder order) {
        return new StoredType(VoxelType.INT32, Long.BYTES, order);
    }

    /** Sets all values of an array. */
    static void fill(final Object values, final double value) {
        final long integer = (long)value;
        if (values instanceof byte[] bytes) {
            Arrays.fill(bytes, (byte)integer);
        } else if (values instanceof short[] shorts) {
            Arrays.fill(shorts, (short)integer);
        } else if (values instanceof int[] ints) {
            Arrays.fill(ints, (int)integer);
        } else {
            Arrays.fill((float[])values, (float)value);
        }
    }

    /**
     * Takes numbers from a buffer's position on.
     *
     * @throws ArithmeticException if an integer of eight bytes does not fit four
     */
    void decode(final ByteBuffer source, final Object destination, final int offset, final int length) {
        final ByteBuffer bytesInOrder = source.order(order);
        if (destination instanceof byte[] values) {
            bytesInOrder.get(values, offset, length);
            return;
        } else if (destination instanceof short[] values) {
            bytesInOrder.asShortBuffer().get(values, offset, length);
        } else if (destination instanceof int[] values && bytes == Long.BYTES) {
            decodeLongs(bytesInOrder, values, offset, length);
        } else if (destination instanceof int[] values) {
            bytesInOrder.asIntBuffer().get(values, offset, length);
        } else if (bytes == Double.BYTES) {
            decodeDoubles(bytesInOrder, (float[])destination, offset, length);
        } else {
            bytesInOrder.asFloatBuffer().get((float[])destination, offset, length);
        }
        source.position(source.position() + length * bytes);
    }

    /** Puts numbers at a buffer's position; only for types that are written as they are. */
    void encode(final Object source, final int offset, final int length, final ByteBuffer destination) {
        final ByteBuffer bytesInOrder = destination.order(order);
        if (source instanceof byte[] values) {
            bytesInOrder.put(values, offset, length);
            return;
        } else if (source instanceof short[] values) {
            bytesInOrder.asShortBuffer().put(values, offset, length);
        } else if (source instanceof int[] values) {
            bytesInOrder.asIntBuffer().put(values, offset, length);
        } else {
            bytesInOrder.asFloatBuffer().put((float[])source, offset, length);
        }
        destination.position(destination.position() + length * bytes);
    }

    private static void decodeLongs(final ByteBuffer source, final int[] values, final int offset, final int length) {
        final int start = source.position();
        for (int i = 0; i < length; i++) {
            values[offset + i] = Math.toIntExact(source.getLong(start + i * Long.BYTES));
        }
    }

    private static void decodeDoubles(final ByteBuffer source, final float[] values, final int offset,
        final int length) {
        final int start = source.position();
        for (int i = 0; i < length; i++) {
            values[offset + i] = (float)source.getDouble(start + i * Double.BYTES);
        }
    }
}
