// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.electrode4d.embedded.spi.Secrets;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataType;
import org.knime.core.data.filestore.FileStoreCell;
import org.knime.core.data.filestore.FileStoreKey;

/** Writes rows as {@code data.bin}. */
final class RowWriter implements Closeable {

    private final BlockOutput block;

    private final CellOutput out;

    private final boolean keys;

    private final Map<CellKind, Encoder> encoders = new LinkedHashMap<>();

    private record Encoder(byte code, DataCellSerializer<DataCell> serializer) {
    }

    /**
     * @param rows where the rows go
     * @param keys whether their keys are written
     */
    RowWriter(final OutputStream rows, final boolean keys) {
        block = new BlockOutput(rows);
        out = new CellOutput(block, this);
        this.keys = keys;
    }

    void write(final DataRow row) throws IOException {
        if (keys) {
            out.writeUTF(row.getKey().getString());
            block.endBlock();
        }
        for (DataCell cell : row) {
            writeCell(cell);
            block.endBlock();
        }
        block.endRow();
    }

    void writeCell(final DataCell cell) throws IOException {
        if (cell == DataType.getMissingCell()) {
            out.writeByte(Codes.MISSING);
            return;
        }
        CellKind kind = CellKind.of(cell);
        Encoder encoder = encoders.get(kind);
        if (encoder == null) {
            encoder = encoder(kind);
            encoders.put(kind, encoder);
        }
        out.writeByte(encoder.code());
        if (cell instanceof FileStoreCell) {
            writeKeys(Secrets.files().flush((FileStoreCell)cell));
        }
        encoder.serializer().serialize(cell, out);
    }

    private Encoder encoder(final CellKind kind) throws IOException {
        int code = Codes.FIRST_KIND + encoders.size();
        if (code > Byte.MAX_VALUE) {
            throw new IOException("A table cannot hold cells of more than " + encoders.size() + " classes");
        }
        return new Encoder((byte)code, kind.serializer().orElseThrow(() -> new IOException(
            "No serializer is registered for cells of " + kind.cellClass().getName()
                + "; register one at the extension point org.knime.core.DataType")));
    }

    private void writeKeys(final FileStoreKey[] stores) throws IOException {
        out.writeInt(stores.length);
        for (FileStoreKey key : stores) {
            key.save(out);
        }
    }

    /** @return the kinds of cells so far, in the order of their codes */
    List<CellKind> kinds() {
        return new ArrayList<>(encoders.keySet());
    }

    @Override
    public void close() throws IOException {
        block.close();
    }
}
