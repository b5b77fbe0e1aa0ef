// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes TIFF files byte by byte as the specification has them, in every variant that the tests need. Shares nothing
 * with the writer of the product.
 */
final class TinyTiff {

    private static final Set<Integer> SHORTS = Set.of(258, 259, 262, 277, 296, 317, 339);

    private final ByteOrder order;
    private final boolean big;
    private final List<Map<Integer, Object>> pages = new ArrayList<>();
    private final List<byte[][]> segments = new ArrayList<>();

    TinyTiff(final ByteOrder order, final boolean big) {
        this.order = order;
        this.big = big;
    }

    static TinyTiff little() {
        return new TinyTiff(ByteOrder.LITTLE_ENDIAN, false);
    }

    /** Adds a page of 8 bits in one uncompressed strip, to be changed by {@link #with}. */
    TinyTiff page(final int width, final int height, final byte[]... strips) {
        final Map<Integer, Object> fields = new TreeMap<>();
        fields.put(256, new long[] {width});
        fields.put(257, new long[] {height});
        fields.put(258, new long[] {8});
        fields.put(259, new long[] {1});
        fields.put(262, new long[] {1});
        fields.put(277, new long[] {1});
        pages.add(fields);
        segments.add(strips);
        return this;
    }

    /** Sets whole numbers of the page added last. */
    TinyTiff with(final int tag, final long... values) {
        pages.get(pages.size() - 1).put(tag, values);
        return this;
    }

    TinyTiff withText(final int tag, final String text) {
        pages.get(pages.size() - 1).put(tag, text);
        return this;
    }

    TinyTiff withRatio(final int tag, final int numerator, final int denominator) {
        pages.get(pages.size() - 1).put(tag, new int[] {numerator, denominator});
        return this;
    }

    TinyTiff without(final int tag) {
        pages.get(pages.size() - 1).remove(tag);
        return this;
    }

    Path write(final Path file) throws IOException {
        return Files.write(file, bytes());
    }

    byte[] bytes() {
        final ByteBuffer file = ByteBuffer.allocate(1 << 22).order(order);
        file.put(order == ByteOrder.LITTLE_ENDIAN ? new byte[] {'I', 'I'} : new byte[] {'M', 'M'});
        file.putShort((short)(big ? 43 : 42));
        if (big) {
            file.putShort((short)8).putShort((short)0);
        }
        int link = file.position();
        offset(file, 0);
        for (int i = 0; i < pages.size(); i++) {
            link = page(file, link, pages.get(i), segments.get(i));
        }
        final byte[] bytes = new byte[file.position()];
        file.get(0, bytes);
        return bytes;
    }

    private int page(final ByteBuffer file, final int link, final Map<Integer, Object> fields,
        final byte[][] strips) {
        final long[] offsets = new long[strips.length];
        final long[] lengths = new long[strips.length];
        for (int i = 0; i < strips.length; i++) {
            offsets[i] = file.position();
            lengths[i] = strips[i].length;
            file.put(strips[i]);
        }
        final boolean tiled = fields.containsKey(322);
        fields.putIfAbsent(tiled ? 324 : 273, offsets);
        fields.putIfAbsent(tiled ? 325 : 279, lengths);
        final Map<Integer, Long> outside = new TreeMap<>();
        fields.forEach((tag, value) -> {
            final byte[] bytes = value(tag, value);
            if (bytes.length > (big ? 8 : 4)) {
                outside.put(tag, (long)file.position());
                file.put(bytes);
            }
        });
        final int start = file.position();
        file.position(link);
        offset(file, start);
        file.position(start);
        if (big) {
            file.putLong(fields.size());
        } else {
            file.putShort((short)fields.size());
        }
        fields.forEach((tag, value) -> field(file, tag, value, outside.get(tag)));
        final int next = file.position();
        offset(file, 0);
        return next;
    }

    private void field(final ByteBuffer file, final int tag, final Object value, final Long outside) {
        file.putShort((short)tag).putShort((short)type(tag, value));
        offset(file, value instanceof long[] numbers ? numbers.length
            : value instanceof String text ? text.length() + 1 : 1);
        if (outside != null) {
            offset(file, outside);
        } else {
            final byte[] bytes = value(tag, value);
            file.put(bytes).put(new byte[(big ? 8 : 4) - bytes.length]);
        }
    }

    private int type(final int tag, final Object value) {
        if (value instanceof String) {
            return 2;
        } else if (value instanceof int[]) {
            return 5;
        }
        return SHORTS.contains(tag) ? 3 : isOffset(tag) && big ? 16 : 4;
    }

    private byte[] value(final int tag, final Object value) {
        final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(order);
        if (value instanceof String text) {
            buffer.put(text.getBytes(StandardCharsets.ISO_8859_1)).put((byte)0);
        } else if (value instanceof int[] ratio) {
            buffer.putInt(ratio[0]).putInt(ratio[1]);
        } else {
            for (final long number : (long[])value) {
                switch (type(tag, value)) {
                    case 3 -> buffer.putShort((short)number);
                    case 4 -> buffer.putInt((int)number);
                    default -> buffer.putLong(number);
                }
            }
        }
        final byte[] bytes = new byte[buffer.position()];
        buffer.get(0, bytes);
        return bytes;
    }

    private static boolean isOffset(final int tag) {
        return tag == 273 || tag == 279 || tag == 324 || tag == 325;
    }

    private void offset(final ByteBuffer file, final long value) {
        if (big) {
            file.putLong(value);
        } else {
            file.putInt((int)value);
        }
    }

    /** Packs with TIFF's LZW: codes of 9 to 12 bits, the most significant bit first, wider one code early. */
    static byte[] lzw(final byte[] bytes) {
        final Map<String, Integer> table = new HashMap<>();
        final StringBuilder bits = new StringBuilder();
        int next = restart(table, bits, 9);
        int width = 9;
        String prefix = "";
        for (final byte b : bytes) {
            final String longer = prefix + (char)(b & 0xff);
            if (longer.length() == 1 || table.containsKey(longer)) {
                prefix = longer;
                continue;
            }
            bits.append(code(code(table, prefix), width));
            table.put(longer, next++);
            prefix = longer.substring(longer.length() - 1);
            if (next == 4095) {
                next = restart(table, bits, 12);
                width = 9;
            } else if (next == 1 << width) {
                width++;
            }
        }
        bits.append(code(code(table, prefix), width)).append(code(257, width));
        bits.append("0".repeat((8 - bits.length() % 8) % 8));
        final ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (int i = 0; i < bits.length(); i += 8) {
            packed.write(Integer.parseInt(bits.substring(i, i + 8), 2));
        }
        return packed.toByteArray();
    }

    private static int restart(final Map<String, Integer> table, final StringBuilder bits, final int width) {
        table.clear();
        bits.append(code(256, width));
        return 258;
    }

    private static int code(final Map<String, Integer> table, final String text) {
        return text.length() == 1 ? text.charAt(0) : table.get(text);
    }

    private static String code(final int code, final int width) {
        final String digits = Integer.toBinaryString(code);
        return "0".repeat(width - digits.length()) + digits;
    }
}
