// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.util.zip.DataFormatException;

/**
 * Unpacks LZW as TIFF 6.0, section 13, defines it: codes of 9 to 12 bits, most significant bit first, one code wider
 * one entry before the table is full ("early change"). A table entry is kept as the place where its bytes stand in
 * the output, so that nothing but the output is stored.
 */
final class TiffLzw {

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST = 258;
    private static final int MAX_BITS = 12;

    private final byte[] source;
    private final byte[] destination;
    private final int[] starts = new int[1 << MAX_BITS];
    private final int[] lengths = new int[1 << MAX_BITS];
    private long bitPosition;
    private int written;

    TiffLzw(final byte[] source, final byte[] destination) {
        this.source = source;
        this.destination = destination;
    }

    void decode() throws DataFormatException {
        if (source.length > 1 && source[0] == 0 && (source[1] & 1) == 1) {
            throw new DataFormatException("the LZW stream is of the old kind with the least significant bit first");
        }
        int bits = 9;
        int next = FIRST;
        int previous = CLEAR;
        while (written < destination.length) {
            final int code = nextCode(bits);
            if (code == END) {
                break;
            } else if (code == CLEAR) {
                bits = 9;
                next = FIRST;
            } else {
                if (previous != CLEAR && next < starts.length) {
                    // the entry of the previous code and one more byte stands where the previous code was put out
                    starts[next] = written - length(previous);
                    lengths[next] = length(previous) + 1;
                    next++;
                }
                append(code, next);
                bits = next >= (1 << bits) - 1 && bits < MAX_BITS ? bits + 1 : bits;
            }
            previous = code;
        }
        if (written < destination.length) {
            throw new DataFormatException("the LZW stream ends after " + written + " of " + destination.length
                + " bytes");
        }
    }

    private int length(final int code) {
        return code < CLEAR ? 1 : lengths[code];
    }

    private void append(final int code, final int end) throws DataFormatException {
        if (code < CLEAR) {
            destination[written++] = (byte)code;
            return;
        } else if (code >= end) {
            throw new DataFormatException("the LZW stream has code " + code + " before its meaning");
        }
        final int run = Math.min(lengths[code], destination.length - written);
        for (int i = 0; i < run; i++) {
            destination[written] = destination[starts[code] + i];
            written++;
        }
    }

    private int nextCode(final int bits) {
        if (bitPosition + bits > source.length * 8L) {
            return END;
        }
        final int first = (int)(bitPosition >> 3);
        int window = 0;
        for (int i = 0; i < 3; i++) {
            window = window << 8 | (first + i < source.length ? source[first + i] & 0xff : 0);
        }
        final int code = window >> 24 - (int)(bitPosition & 7) - bits & (1 << bits) - 1;
        bitPosition += bits;
        return code;
    }
}
