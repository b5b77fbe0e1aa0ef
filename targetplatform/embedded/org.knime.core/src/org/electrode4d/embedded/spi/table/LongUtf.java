// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UTFDataFormatException;

/** Java's modified UTF-8 for strings of any length: those of 65,535 bytes and more have a long length. */
final class LongUtf {

    private static final int LONG = 0xFFFF;

    private LongUtf() {
    }

    static void write(final String s, final DataOutput out) throws IOException {
        long length = s.chars().mapToLong(LongUtf::bytes).sum();
        if (length < LONG) {
            out.writeUTF(s);
            return;
        }
        out.writeShort(LONG);
        out.writeLong(length);
        byte[] buffer = new byte[3];
        for (int i = 0; i < s.length(); i++) {
            out.write(buffer, 0, encode(s.charAt(i), buffer));
        }
    }

    private static int bytes(final int c) {
        return c != 0 && c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }

    private static int encode(final char c, final byte[] buffer) {
        switch (bytes(c)) {
            case 1:
                buffer[0] = (byte)c;
                return 1;
            case 2:
                buffer[0] = (byte)(0xC0 | c >> 6);
                buffer[1] = (byte)(0x80 | c & 0x3F);
                return 2;
            default:
                buffer[0] = (byte)(0xE0 | c >> 12);
                buffer[1] = (byte)(0x80 | c >> 6 & 0x3F);
                buffer[2] = (byte)(0x80 | c & 0x3F);
                return 3;
        }
    }

    static String read(final DataInput in) throws IOException {
        int shortLength = in.readUnsignedShort();
        long left = shortLength == LONG ? in.readLong() : shortLength;
        StringBuilder s = new StringBuilder((int)Math.min(left, 1 << 16));
        while (left > 0) {
            char c = decode(in);
            s.append(c);
            left -= bytes(c);
        }
        if (left < 0) {
            throw new UTFDataFormatException("A character sticks out of its string");
        }
        return s.toString();
    }

    private static char decode(final DataInput in) throws IOException {
        int b = in.readUnsignedByte();
        if (b < 0x80) {
            return (char)b;
        }
        if (b >> 5 == 0b110) {
            return (char)((b & 0x1F) << 6 | follow(in));
        }
        if (b >> 4 == 0b1110) {
            return (char)((b & 0x0F) << 12 | follow(in) << 6 | follow(in));
        }
        throw new UTFDataFormatException("No character starts with byte " + b);
    }

    private static int follow(final DataInput in) throws IOException {
        int b = in.readUnsignedByte();
        if (b >> 6 != 0b10) {
            throw new UTFDataFormatException("No character goes on with byte " + b);
        }
        return b & 0x3F;
    }
}
