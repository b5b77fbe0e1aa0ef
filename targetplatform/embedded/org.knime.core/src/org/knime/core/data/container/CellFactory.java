// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.container;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** Computes new cells of a row. */
public interface CellFactory {

    /** @return one cell per column */
    default DataCell[] getCells(final DataRow row) {
        throw new UnsupportedOperationException(getClass().getName() + " implements none of the methods getCells");
    }

    /** @return one cell per column */
    default DataCell[] getCells(final DataRow row, final long rowIndex) {
        return getCells(row);
    }

    /** @return the new columns */
    DataColumnSpec[] getColumnSpecs();

    void setProgress(int curRowNr, int rowCount, RowKey lastKey, ExecutionMonitor exec);

    /** Reports that a number of rows is done. */
    default void setProgress(final long curRowNr, final long rowCount, final RowKey lastKey,
        final ExecutionMonitor exec) {
        setProgress((int)curRowNr, (int)Math.min(rowCount, Integer.MAX_VALUE), lastKey, exec);
    }
}
