// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;

/** Checks that rows fit a spec. */
final class RowCheck {

    private final DataTableSpec spec;

    /** For each column, the class of cells that was found to fit last. */
    private final Class<?>[] fitting;

    RowCheck(final DataTableSpec spec) {
        this.spec = spec;
        fitting = new Class<?>[spec.getNumColumns()];
    }

    void accept(final DataRow row) {
        if (row.getNumCells() != spec.getNumColumns()) {
            throw new IllegalArgumentException("Row " + row.getKey() + " has " + row.getNumCells()
                + " cells, the table has " + spec.getNumColumns() + " columns");
        }
        for (int i = 0; i < fitting.length; i++) {
            DataCell cell = row.getCell(i);
            if (cell.getClass() != fitting[i]) {
                accept(row, i, cell);
                fitting[i] = cell.getType().isCollectionType() ? null : cell.getClass();
            }
        }
    }

    private void accept(final DataRow row, final int index, final DataCell cell) {
        DataType type = spec.getColumnSpec(index).getType();
        if (!type.isASuperTypeOf(cell.getType())) {
            throw new IllegalArgumentException("Row " + row.getKey() + ": the cell \"" + cell + "\" is a "
                + cell.getType() + ", column \"" + spec.getColumnSpec(index).getName() + "\" holds " + type);
        }
    }
}
