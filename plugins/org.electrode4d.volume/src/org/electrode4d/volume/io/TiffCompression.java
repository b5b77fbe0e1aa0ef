// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The compressions of strips and tiles that are read.
 */
enum TiffCompression {
    NONE {
        @Override
        void decode(final byte[] source, final byte[] destination) throws DataFormatException {
            if (source.length < destination.length) {
                throw new DataFormatException("it has " + source.length + " of " + destination.length + " bytes");
            }
            System.arraycopy(source, 0, destination, 0, destination.length);
        }
    },
    LZW {
        @Override
        void decode(final byte[] source, final byte[] destination) throws DataFormatException {
            new TiffLzw(source, destination).decode();
        }
    },
    DEFLATE {
        @Override
        void decode(final byte[] source, final byte[] destination) throws DataFormatException {
            inflate(source, destination);
        }
    },
    PACK_BITS {
        @Override
        void decode(final byte[] source, final byte[] destination) throws DataFormatException {
            unpackBits(source, destination);
        }
    };

    private static final Map<Long, TiffCompression> BY_CODE =
        Map.of(1L, NONE, 5L, LZW, 8L, DEFLATE, 32946L, DEFLATE, 32773L, PACK_BITS);
    private static final Map<Long, String> UNSUPPORTED = Map.of(2L, "CCITT", 3L, "CCITT fax 3", 4L, "CCITT fax 4",
        6L, "old JPEG", 7L, "JPEG", 34712L, "JPEG 2000", 34925L, "LZMA", 50000L, "Zstandard", 50001L, "WebP");

    /** Fills the destination, which is as long as the segment is when unpacked. */
    abstract void decode(byte[] source, byte[] destination) throws DataFormatException;

    static TiffCompression of(final Path path, final long code) throws VolumeFormatException {
        final TiffCompression known = BY_CODE.get(code);
        if (known == null) {
            throw new VolumeFormatException(path, "Compression " + code + " ("
                + UNSUPPORTED.getOrDefault(code, "unknown")
                + ") is not supported. Save the file without compression, or with LZW, deflate or PackBits.");
        }
        return known;
    }

    static void inflate(final byte[] source, final byte[] destination) throws DataFormatException {
        final Inflater inflater = new Inflater();
        try {
            inflater.setInput(source);
            int length = 0;
            while (length < destination.length) {
                final int count = inflater.inflate(destination, length, destination.length - length);
                if (count == 0) {
                    throw new DataFormatException("the deflate stream ends after " + length + " of "
                        + destination.length + " bytes");
                }
                length += count;
            }
        } finally {
            inflater.end();
        }
    }

    private static void unpackBits(final byte[] source, final byte[] destination) throws DataFormatException {
        int from = 0;
        int to = 0;
        while (to < destination.length) {
            if (from + 1 >= source.length) {
                throw new DataFormatException("the PackBits stream ends after " + to + " of " + destination.length
                    + " bytes");
            }
            final int code = source[from++];
            if (code >= 0) {
                final int run = Math.min(Math.min(code + 1, destination.length - to), source.length - from);
                System.arraycopy(source, from, destination, to, run);
                from += run;
                to += run;
            } else if (code != Byte.MIN_VALUE) {
                final int run = Math.min(1 - code, destination.length - to);
                Arrays.fill(destination, to, to + run, source[from++]);
                to += run;
            }
        }
    }
}
