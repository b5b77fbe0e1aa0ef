// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A table that rows are added to one by one; they are called Row0, Row1, ... */
public final class RowTable {

    private final BufferedDataContainer container;

    /** An empty table. */
    public RowTable(final DataTableSpec spec, final ExecutionContext context) {
        container = context.createDataContainer(spec);
    }

    /** Adds a row. */
    public void add(final List<DataCell> cells) {
        container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), cells));
    }

    /** The table, which is complete. */
    public BufferedDataTable close() {
        container.close();
        return container.getTable();
    }
}
