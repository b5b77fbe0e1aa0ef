// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Builds the fields of a page of a little-endian TIFF or BigTIFF file, with the values that do not fit into a field
 * behind them.
 */
final class TiffPageWriter {

    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int LONG8 = 16;

    private final boolean big;
    private final SortedMap<Integer, Field> fields = new TreeMap<>();

    private record Field(int type, long count, byte[] value) {
    }

    TiffPageWriter(final boolean big) {
        this.big = big;
    }

    TiffPageWriter add(final int tag, final int value) {
        return put(tag, SHORT, 1, buffer(2).putShort((short)value));
    }

    TiffPageWriter addLong(final int tag, final long value) {
        return put(tag, LONG, 1, buffer(4).putInt((int)value));
    }

    /** Places and lengths in the file: 4 bytes each in TIFF, 8 in BigTIFF. */
    TiffPageWriter addOffsets(final int tag, final long[] values) {
        final ByteBuffer buffer = buffer(values.length * offsetBytes());
        for (final long value : values) {
            putOffset(buffer, value);
        }
        return put(tag, big ? LONG8 : LONG, values.length, buffer);
    }

    TiffPageWriter add(final int tag, final String text) {
        final byte[] bytes = (text + '\0').getBytes(StandardCharsets.US_ASCII);
        return put(tag, ASCII, bytes.length, ByteBuffer.wrap(bytes));
    }

    /** A positive number as the ratio of 32-bit integers next to it, found by its continued fraction. */
    TiffPageWriter addRatio(final int tag, final double value) {
        long numerator = 1;
        long denominator = 0;
        long lastNumerator = 0;
        long lastDenominator = 1;
        double rest = value;
        while (Double.isFinite(rest) && rest <= 0xffff_ffffL) {
            final long whole = (long)Math.floor(rest);
            final long n = whole * numerator + lastNumerator;
            final long d = whole * denominator + lastDenominator;
            if (n > 0xffff_ffffL || d > 0xffff_ffffL) {
                break;
            }
            lastNumerator = numerator;
            lastDenominator = denominator;
            numerator = n;
            denominator = d;
            rest = 1 / (rest - whole);
        }
        return put(tag, RATIONAL, 1, buffer(8).putInt((int)numerator).putInt((int)denominator));
    }

    /** How many bytes the page's fields and values take. */
    int length() {
        return fields.values().stream().mapToInt(field -> outside(field)).sum() + directoryBytes();
    }

    /**
     * @param position of the page's fields in the file
     * @param next where the next page's are, 0 after the last
     */
    ByteBuffer build(final long position, final long next) {
        final ByteBuffer page = buffer(length());
        long outside = position + directoryBytes();
        if (big) {
            page.putLong(fields.size());
        } else {
            page.putShort((short)fields.size());
        }
        for (final var entry : fields.entrySet()) {
            final Field field = entry.getValue();
            page.putShort(entry.getKey().shortValue()).putShort((short)field.type());
            putOffset(page, field.count());
            final int end = page.position() + offsetBytes();
            if (outside(field) == 0) {
                page.put(field.value());
            } else {
                putOffset(page, outside);
                outside += outside(field);
            }
            page.position(end);
        }
        putOffset(page, next);
        fields.values().stream().filter(field -> outside(field) > 0)
            .forEach(field -> page.put(field.value()).position(page.position() + outside(field)
                - field.value().length));
        return page.flip();
    }

    private TiffPageWriter put(final int tag, final int type, final long count, final ByteBuffer value) {
        fields.put(tag, new Field(type, count, value.array()));
        return this;
    }

    private int offsetBytes() {
        return big ? 8 : 4;
    }

    private int directoryBytes() {
        return big ? 8 + fields.size() * 20 + 8 : 2 + fields.size() * 12 + 4;
    }

    /** Bytes that a value takes behind the fields, rounded up to an even number. */
    private int outside(final Field field) {
        final int length = field.value().length;
        return length <= offsetBytes() ? 0 : length + (length & 1);
    }

    private void putOffset(final ByteBuffer buffer, final long value) {
        if (big) {
            buffer.putLong(value);
        } else {
            buffer.putInt((int)value);
        }
    }

    private static ByteBuffer buffer(final int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
