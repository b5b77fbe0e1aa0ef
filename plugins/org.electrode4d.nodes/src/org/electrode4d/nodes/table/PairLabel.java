// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;

/** Which pair of scans a row is about: the steps where the table has them, else the row ID. */
public record PairLabel(DataCell reference, DataCell deformed) {

    /** The label of a row of a pairs table. */
    public static PairLabel of(final DataTableSpec spec, final DataRow row) {
        return new PairLabel(step(spec, row, PairColumns.REFERENCE_STEP), step(spec, row, PairColumns.DEFORMED_STEP));
    }

    private static DataCell step(final DataTableSpec spec, final DataRow row, final String column) {
        final int index = spec.findColumnIndex(column);
        return new StringCell(index < 0 || row.getCell(index).isMissing() ? row.getKey().getString()
            : row.getCell(index).toString());
    }

    @Override
    public String toString() {
        return reference.equals(deformed) ? reference.toString() : reference + " to " + deformed;
    }
}
