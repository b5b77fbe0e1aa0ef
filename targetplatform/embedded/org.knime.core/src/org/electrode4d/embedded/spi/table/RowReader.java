// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

import org.electrode4d.embedded.spi.Secrets;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataType;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreCell;
import org.knime.core.data.filestore.FileStoreKey;

/** Reads the rows of {@code data.bin}. */
final class RowReader extends CloseableRowIterator {

    private static final RowKey NO_KEY = new RowKey("non-existing");

    private final DiskRows rows;

    private final BlockInput block;

    private final CellInput in;

    private final List<DataCellSerializer<DataCell>> serializers = new ArrayList<>();

    private long index;

    RowReader(final DiskRows rows, final BlockInput block) {
        this.rows = rows;
        this.block = block;
        in = new CellInput(block, this);
        rows.meta().kinds().forEach(kind -> serializers.add(kind.serializer().orElse(null)));
        hasNext();
    }

    @Override
    public boolean hasNext() {
        if (index < rows.size()) {
            return true;
        }
        close();
        return false;
    }

    @Override
    public DataRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The table has " + rows.size() + " rows");
        }
        try {
            DataRow row = read();
            index++;
            return row;
        } catch (IOException e) {
            throw new UncheckedIOException(
                "Cannot read row " + (index + 1) + " of " + rows.file() + ": " + e.getMessage(), e);
        }
    }

    private DataRow read() throws IOException {
        RowKey key = NO_KEY;
        if (rows.meta().hasKeys()) {
            key = new RowKey(in.readUTF());
            block.endBlock();
        }
        DataCell[] cells = new DataCell[rows.spec().getNumColumns()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = readCell();
            block.endBlock();
        }
        if (!block.readEndOfRow()) {
            throw new IOException("expected the end of the row after " + cells.length + " cells");
        }
        return new DefaultRow(key, cells);
    }

    DataCell readCell() throws IOException {
        byte code = in.readByte();
        if (code == Codes.MISSING) {
            return DataType.getMissingCell();
        }
        if (code == Codes.JAVA_SERIALIZED) {
            throw new IOException("a cell was written by Java's serialization, which only KNIME itself reads");
        }
        if (code - Codes.FIRST_KIND >= rows.meta().kinds().size()) {
            throw new IOException("no kind of cells has the code " + code);
        }
        CellKind kind = rows.meta().kinds().get(code - Codes.FIRST_KIND);
        FileStore[] stores = FileStoreCell.class.isAssignableFrom(kind.cellClass()) ? readStores() : null;
        DataCellSerializer<DataCell> serializer = serializers.get(code - Codes.FIRST_KIND);
        if (serializer == null) {
            throw new IOException("no serializer is registered for cells of " + kind.cellClass().getName());
        }
        DataCell cell = serializer.deserialize(in);
        if (stores != null) {
            Secrets.files().restore((FileStoreCell)cell, stores);
        }
        return cell;
    }

    private FileStore[] readStores() throws IOException {
        FileStore[] stores = new FileStore[in.readInt()];
        for (int i = 0; i < stores.length; i++) {
            stores[i] = rows.fileStores().find(FileStoreKey.load(in));
        }
        return stores;
    }

    @Override
    public void close() {
        try {
            block.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close " + rows.file(), e);
        }
    }
}
