// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.util.List;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;

/**
 * Few rows, in memory.
 *
 * @param spec the columns
 * @param rows the rows
 * @param hasKeys false for new columns of another table, whose keys hold for them too
 */
record MemoryRows(DataTableSpec spec, List<DataRow> rows, boolean hasKeys) implements TableStore {

    @Override
    public long size() {
        return rows.size();
    }

    @Override
    public CloseableRowIterator iterator() {
        return CloseableRowIterator.from(rows.iterator());
    }
}
