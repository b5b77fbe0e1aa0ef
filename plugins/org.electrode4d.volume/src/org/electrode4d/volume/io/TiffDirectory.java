// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The fields of one page of a TIFF file ("image file directory"). Values that stand elsewhere in the file are read
 * when asked for, so the directory is of use only while the file is open.
 */
final class TiffDirectory {

    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};
    private static final int RATIONAL = 5;

    private final FileBytes file;
    private final Layout layout;
    private final Map<Integer, Entry> entries = new HashMap<>();
    private final long next;

    /** Byte order and size of offsets: 4 bytes in TIFF, 8 in BigTIFF. */
    record Layout(ByteOrder order, boolean big) {
        int countBytes() {
            return big ? 8 : 2;
        }

        int entryBytes() {
            return big ? 20 : 12;
        }

        int offsetBytes() {
            return big ? 8 : 4;
        }

        long offset(final ByteBuffer buffer, final int index) {
            return big ? buffer.getLong(index) : buffer.getInt(index) & 0xffff_ffffL;
        }
    }

    /** @param position of the values in the file */
    private record Entry(int type, long count, long position) {
    }

    TiffDirectory(final FileBytes file, final Layout layout, final long offset) throws IOException {
        this.file = file;
        this.layout = layout;
        final ByteBuffer head = file.read(offset, layout.countBytes()).order(layout.order());
        final long count = layout.big() ? head.getLong(0) : head.getShort(0) & 0xffff;
        if (count < 1 || count > 0xffff) {
            throw new VolumeFormatException(file.path(),
                "The header is damaged: a page with " + count + " fields at byte " + offset + ".");
        }
        final int length = (int)count * layout.entryBytes();
        final long first = offset + layout.countBytes();
        final ByteBuffer fields = file.read(first, length + layout.offsetBytes()).order(layout.order());
        for (int i = 0; i < count; i++) {
            add(fields, i * layout.entryBytes(), first);
        }
        next = layout.offset(fields, length);
    }

    private void add(final ByteBuffer fields, final int index, final long first) {
        final int tag = fields.getShort(index) & 0xffff;
        final int type = fields.getShort(index + 2) & 0xffff;
        final long count = layout.offset(fields, index + 4);
        final int value = index + 4 + layout.offsetBytes();
        final boolean inline = type < TYPE_BYTES.length && count * TYPE_BYTES[type] <= layout.offsetBytes();
        entries.put(tag, new Entry(type, count, inline ? first + value : layout.offset(fields, value)));
    }

    /** Where the next page's directory is; 0 after the last. */
    long next() {
        return next;
    }

    boolean has(final int tag) {
        return entries.containsKey(tag);
    }

    /** The only or first value of a field of integers; the default where there is no such field. */
    long number(final int tag, final long absent) throws IOException {
        final Entry entry = entries.get(tag);
        return entry == null ? absent : numbers(tag, entry, 1)[0];
    }

    /** The only value of a field that a page must have. */
    int required(final int tag, final String name) throws IOException {
        final long value = number(tag, -1);
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw new VolumeFormatException(file.path(), "The header is damaged: " + name + " (field " + tag + ") is "
                + (value < 0 ? "missing" : value) + ".");
        }
        return (int)value;
    }

    /** All values of a field of integers; none where there is no such field. */
    long[] numbers(final int tag) throws IOException {
        final Entry entry = entries.get(tag);
        return entry == null ? new long[0] : numbers(tag, entry, entry.count());
    }

    private long[] numbers(final int tag, final Entry entry, final long count) throws IOException {
        final int bytes = entry.type() < TYPE_BYTES.length ? TYPE_BYTES[entry.type()] : 0;
        if (bytes == 0 || entry.type() == RATIONAL || count < 1 || count > Integer.MAX_VALUE / 8) {
            throw damaged(tag, entry);
        }
        final ByteBuffer buffer = file.read(entry.position(), (int)count * bytes).order(layout.order());
        final long[] values = new long[(int)count];
        for (int i = 0; i < count; i++) {
            values[i] = switch (bytes) {
                case 1 -> buffer.get(i) & 0xff;
                case 2 -> buffer.getShort(2 * i) & 0xffff;
                case 4 -> buffer.getInt(4 * i) & 0xffff_ffffL;
                default -> buffer.getLong(8 * i);
            };
        }
        return values;
    }

    /** A field's ratio of two integers; NaN where there is no such field. */
    double ratio(final int tag) throws IOException {
        final Entry entry = entries.get(tag);
        if (entry == null) {
            return Double.NaN;
        } else if (entry.type() != RATIONAL) {
            throw damaged(tag, entry);
        }
        final ByteBuffer buffer = file.read(entry.position(), 8).order(layout.order());
        return (buffer.getInt(0) & 0xffff_ffffL) / (double)(buffer.getInt(4) & 0xffff_ffffL);
    }

    /** A field's text without the zero at its end; empty where there is no such field. */
    String text(final int tag) throws IOException {
        final Entry entry = entries.get(tag);
        if (entry == null || entry.count() == 0) {
            return "";
        } else if (entry.count() > file.size()) {
            throw damaged(tag, entry);
        }
        final byte[] bytes = file.read(entry.position(), (int)entry.count()).array();
        final String text = new String(bytes, StandardCharsets.UTF_8);
        // ImageJ writes the Greek letter of µm in Latin-1
        final String readable = text.indexOf('\ufffd') < 0 ? text : new String(bytes, StandardCharsets.ISO_8859_1);
        return readable.replace("\0", "").strip();
    }

    private VolumeFormatException damaged(final int tag, final Entry entry) {
        return new VolumeFormatException(file.path(), "The header is damaged: field " + tag + " of type "
            + entry.type() + " with " + entry.count() + " values.");
    }
}
