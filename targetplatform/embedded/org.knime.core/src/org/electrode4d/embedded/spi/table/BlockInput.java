// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads blocks; a block looks like a whole stream, until {@link #endBlock} goes on to the next one. */
final class BlockInput extends InputStream {

    private final InputStream in;

    private boolean atEnd;

    BlockInput(final InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        if (atEnd) {
            return -1;
        }
        int b = in.read();
        if (b == Codes.END_OF_BLOCK) {
            atEnd = true;
            return -1;
        }
        return b == Codes.ESCAPE ? in.read() : b;
    }

    @Override
    public int read(final byte[] b, final int off, final int len) throws IOException {
        for (int i = 0; i < len; i++) {
            int next = read();
            if (next < 0) {
                return i == 0 ? -1 : i;
            }
            b[off + i] = (byte)next;
        }
        return len;
    }

    /** Skips what was not read of the block. */
    void endBlock() throws IOException {
        while (!atEnd) {
            if (read() < 0 && !atEnd) {
                throw new EOFException("The file ends within a cell");
            }
        }
        atEnd = false;
    }

    /** @return whether the byte after the last block of a row says so */
    boolean readEndOfRow() throws IOException {
        return (byte)in.read() == Codes.END_OF_ROW;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
