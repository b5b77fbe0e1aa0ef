// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Stays open when it is closed: for writers that close what they write to, inside a zip file with further entries. */
public final class OpenOutput extends FilterOutputStream {

    /** @param out what is written to, and closed by its owner */
    public OpenOutput(final OutputStream out) {
        super(out);
    }

    @Override
    public void write(final byte[] b, final int off, final int len) throws IOException {
        out.write(b, off, len);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
