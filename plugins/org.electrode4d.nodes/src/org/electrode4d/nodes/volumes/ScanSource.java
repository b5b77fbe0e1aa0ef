// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import org.electrode4d.nodes.table.SeriesColumns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;

/**
 * One scan to read.
 *
 * @param location path or URL
 * @param row of the input table that named it, or null
 * @param spec of the input table, or null
 */
record ScanSource(String location, DataRow row, DataTableSpec spec) {

    static ScanSource of(final String location) {
        return new ScanSource(location, null, null);
    }

    /** The step's name: from the input table where it has one, else T0, T1, ... */
    DataCell step(final int index) {
        final DataCell given = state(SeriesColumns.STEP);
        return given == null || given.isMissing() ? new StringCell("T" + index) : new StringCell(given.toString());
    }

    /** The cell of the input table in a column of this name, or null. */
    DataCell state(final String column) {
        if (spec == null || !spec.containsName(column)) {
            return null;
        }
        return row.getCell(spec.findColumnIndex(column));
    }
}
