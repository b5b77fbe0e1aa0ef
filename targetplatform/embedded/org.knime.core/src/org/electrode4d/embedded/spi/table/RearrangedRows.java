// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.util.NoSuchElementException;

import org.electrode4d.embedded.spi.Secrets;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataTable;

/**
 * Columns of another table, and new columns.
 *
 * @param spec the columns
 * @param reference the other table
 * @param indices for each column its index in the other table, or among the new ones
 * @param fromReference for each column whether it is one of the other table
 * @param added the new columns, without row keys; null if there are none
 */
record RearrangedRows(DataTableSpec spec, BufferedDataTable reference, int[] indices, boolean[] fromReference,
    TableStore added) implements TableStore {

    @Override
    public long size() {
        return reference.size();
    }

    @Override
    public CloseableRowIterator iterator() {
        CloseableRowIterator old = Secrets.tables().store(reference).iterator();
        return new Iterator(old, added == null ? null : added.iterator());
    }

    private final class Iterator extends CloseableRowIterator {

        private final CloseableRowIterator oldRows;

        private final CloseableRowIterator newRows;

        Iterator(final CloseableRowIterator oldRows, final CloseableRowIterator newRows) {
            this.oldRows = oldRows;
            this.newRows = newRows;
        }

        @Override
        public boolean hasNext() {
            return oldRows.hasNext();
        }

        @Override
        public DataRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            DataRow oldRow = oldRows.next();
            DataRow newRow = newRows == null ? null : newRows.next();
            DataCell[] cells = new DataCell[indices.length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = (fromReference[i] ? oldRow : newRow).getCell(indices[i]);
            }
            return new DefaultRow(oldRow.getKey(), cells);
        }

        @Override
        public void close() {
            oldRows.close();
            if (newRows != null) {
                newRows.close();
            }
        }
    }
}
