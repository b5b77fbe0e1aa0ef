// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.electrode4d.embedded.spi.OpenOutput;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;

/** The file {@code data.zip}: rows in {@code data.bin}, and {@code meta.xml}. */
final class ContainerFile {

    private ContainerFile() {
    }

    /** Writes rows that are in memory or in a file already. */
    static void write(final TableStore rows, final int tableId, final Path zip, final ExecutionMonitor monitor)
        throws IOException, CanceledExecutionException {
        if (rows instanceof DiskRows && ((DiskRows)rows).zipped()) {
            if (!zip.equals(((DiskRows)rows).file())) {
                Files.copy(((DiskRows)rows).file(), zip, StandardCopyOption.REPLACE_EXISTING);
            }
            return;
        }
        try (ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zip)))) {
            out.setLevel(Deflater.NO_COMPRESSION);
            out.putNextEntry(new ZipEntry(DiskRows.DATA));
            ContainerMeta meta = rows instanceof DiskRows ? copy((DiskRows)rows, out)
                : write((MemoryRows)rows, out, monitor);
            out.closeEntry();
            out.setLevel(Deflater.DEFAULT_COMPRESSION);
            out.putNextEntry(new ZipEntry(ContainerMeta.ENTRY));
            meta.write(tableId, new OpenOutput(out));
            out.closeEntry();
        }
    }

    private static ContainerMeta copy(final DiskRows rows, final OutputStream out) throws IOException {
        try (InputStream raw = rows.raw()) {
            raw.transferTo(out);
        }
        return rows.meta();
    }

    private static ContainerMeta write(final MemoryRows rows, final OutputStream out, final ExecutionMonitor monitor)
        throws IOException, CanceledExecutionException {
        RowWriter writer = new RowWriter(Compression.SNAPPY.compress(new OpenOutput(out)), rows.hasKeys());
        try (writer; CloseableRowIterator iterator = rows.iterator()) {
            for (long i = 1; iterator.hasNext(); i++) {
                DataRow row = iterator.next();
                monitor.checkCanceled();
                writer.write(row);
                monitor.setProgress(i / (double)rows.size());
            }
        }
        return new ContainerMeta(rows.size(), rows.hasKeys(), Compression.SNAPPY, writer.kinds());
    }

    /** Opens rows; they are read when they are asked for. */
    static DiskRows open(final Path zip, final DataTableSpec spec, final FileStoreFinder fileStores)
        throws IOException, InvalidSettingsException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            ZipEntry entry = file.getEntry(ContainerMeta.ENTRY);
            if (entry == null) {
                throw new IOException(zip + " has no entry " + ContainerMeta.ENTRY);
            }
            try (InputStream in = new BufferedInputStream(file.getInputStream(entry))) {
                return new DiskRows(spec, ContainerMeta.read(in), zip, true, fileStores);
            }
        }
    }
}
