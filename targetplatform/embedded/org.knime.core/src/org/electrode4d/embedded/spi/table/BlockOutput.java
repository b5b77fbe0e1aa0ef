// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes blocks, whose ends are marked by a byte; where that byte occurs in the content, it is escaped. */
final class BlockOutput extends FilterOutputStream {

    BlockOutput(final OutputStream out) {
        super(out);
    }

    @Override
    public void write(final int b) throws IOException {
        if (b == Codes.END_OF_BLOCK || b == Codes.ESCAPE) {
            out.write(Codes.ESCAPE);
        }
        out.write(b);
    }

    @Override
    public void write(final byte[] b, final int off, final int len) throws IOException {
        int start = off;
        for (int i = off; i < off + len; i++) {
            if (b[i] == Codes.END_OF_BLOCK || b[i] == Codes.ESCAPE) {
                out.write(b, start, i - start);
                out.write(Codes.ESCAPE);
                start = i;
            }
        }
        out.write(b, start, off + len - start);
    }

    void endBlock() throws IOException {
        out.write(Codes.END_OF_BLOCK);
    }

    void endRow() throws IOException {
        out.write(Codes.END_OF_ROW);
    }
}
