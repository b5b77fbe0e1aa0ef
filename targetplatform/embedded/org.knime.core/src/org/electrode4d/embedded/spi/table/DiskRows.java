// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;

/**
 * Rows in a file: a temporary one, or the {@code data.zip} of a saved workflow.
 *
 * @param spec the columns
 * @param meta number of rows, classes of cells, compression
 * @param file the file
 * @param zipped whether it is a {@code data.zip}, else it is the {@code data.bin} of one
 * @param fileStores finds the file stores of cells
 */
record DiskRows(DataTableSpec spec, ContainerMeta meta, Path file, boolean zipped, FileStoreFinder fileStores)
    implements TableStore {

    static final String DATA = "data.bin";

    @Override
    public long size() {
        return meta.size();
    }

    @Override
    public CloseableRowIterator iterator() {
        try {
            return new RowReader(this, new BlockInput(new BufferedInputStream(meta.compression().decompress(raw()))));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the table in " + file + ": " + e.getMessage(), e);
        }
    }

    /** Opens the compressed rows. */
    InputStream raw() throws IOException {
        if (!zipped) {
            return Files.newInputStream(file);
        }
        ZipFile zip = new ZipFile(file.toFile());
        try {
            ZipEntry entry = zip.getEntry(DATA);
            if (entry == null) {
                throw new IOException(file + " has no entry " + DATA);
            }
            return new ZipEntryInput(zip, zip.getInputStream(entry));
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }
}
