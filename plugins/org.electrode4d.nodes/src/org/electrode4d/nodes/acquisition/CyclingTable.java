// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;

import org.electrode4d.acquisition.cycler.CyclingSeries;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Writes series of cells into one table, a row per sample. */
final class CyclingTable {

    private static final int ROWS_PER_CHECK = 1024;
    private static final DataCell NONE = new MissingCell("The log does not tell.");

    private final BufferedDataContainer container;
    private final Map<String, DataCell> states = new HashMap<>();

    CyclingTable(final ExecutionContext context) {
        container = context.createDataContainer(CyclingColumns.samples());
    }

    /** Adds a cell. */
    void add(final CyclingSeries series, final Progress progress) {
        final DataCell name = new StringCell(series.name());
        for (int i = 0; i < series.size(); i++) {
            if (i % ROWS_PER_CHECK == 0) {
                progress.check();
                progress.report(i / (double)series.size(), "Writing the table of " + series.name());
            }
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), name,
                new DoubleCell(series.time(i)), new DoubleCell(series.potential(i)), new DoubleCell(series.current(i)),
                new DoubleCell(series.charge(i) / CyclingColumns.COULOMB_PER_MAH),
                new DoubleCell(series.stepCharge(i) / CyclingColumns.COULOMB_PER_MAH), new IntCell(series.step(i)),
                number(series.programStep(i)), number(series.cycle(i)),
                states.computeIfAbsent(series.state(i), StringCell::new), date(series.date(i)),
                Cells.number(series.temperature(i))));
        }
    }

    private static DataCell number(final int value) {
        return value < 0 ? NONE : new IntCell(value);
    }

    private static DataCell date(final LocalDateTime date) {
        return date == null ? NONE : new StringCell(date.toString());
    }

    BufferedDataTable close() {
        container.close();
        return container.getTable();
    }
}
