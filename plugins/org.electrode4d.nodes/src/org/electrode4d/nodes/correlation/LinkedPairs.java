// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.StepChain;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.PairColumns;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * Pairs with a field, and the names of their scans.
 *
 * @param cells where the field is
 * @param rows with a field
 * @param pairs the scans of each row
 * @param missing IDs of rows that lack a field or a name, which are left out
 */
record LinkedPairs(PairCells cells, List<DataRow> rows, List<StepChain.Pair> pairs, List<String> missing) {

    /** @throws InvalidSettingsException where the table has no names of scans, or no such column of fields */
    static PairCells check(final DataTableSpec spec, final String fieldColumn) throws InvalidSettingsException {
        step(spec, PairColumns.REFERENCE_STEP);
        step(spec, PairColumns.DEFORMED_STEP);
        return PairCells.fieldOnly(spec, fieldColumn);
    }

    private static int step(final DataTableSpec spec, final String column) throws InvalidSettingsException {
        return Columns.find(spec, column, StringValue.class, "names of scans");
    }

    static LinkedPairs read(final BufferedDataTable table, final String fieldColumn) throws InvalidSettingsException {
        final DataTableSpec spec = table.getDataTableSpec();
        final LinkedPairs pairs = new LinkedPairs(check(spec, fieldColumn), new ArrayList<>(), new ArrayList<>(),
            new ArrayList<>());
        final int reference = step(spec, PairColumns.REFERENCE_STEP);
        final int deformed = step(spec, PairColumns.DEFORMED_STEP);
        for (final DataRow row : table) {
            if (row.getCell(pairs.cells.field()).isMissing() || row.getCell(reference).isMissing()
                || row.getCell(deformed).isMissing()) {
                pairs.missing.add(row.getKey().getString());
            } else {
                pairs.rows.add(row);
                pairs.pairs.add(new StepChain.Pair(row.getCell(reference).toString(),
                    row.getCell(deformed).toString()));
            }
        }
        return pairs;
    }

    DeformationField field(final int index) throws IOException {
        return cells.field(rows.get(index));
    }
}
