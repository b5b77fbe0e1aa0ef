// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipFile;

/** An entry of a zip file, which is closed with it. */
final class ZipEntryInput extends FilterInputStream {

    private final ZipFile zip;

    ZipEntryInput(final ZipFile zip, final InputStream entry) {
        super(entry);
        this.zip = zip;
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            super.close();
        }
    }
}
