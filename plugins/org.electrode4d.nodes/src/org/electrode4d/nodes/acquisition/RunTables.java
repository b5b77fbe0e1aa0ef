// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.log.CellField;
import org.electrode4d.acquisition.log.CellMetadata;
import org.electrode4d.acquisition.log.LogEvent;
import org.electrode4d.acquisition.log.LogRecord;
import org.electrode4d.acquisition.log.LoggedScan;
import org.electrode4d.acquisition.log.RunHistory;
import org.electrode4d.acquisition.log.ScanRow;
import org.electrode4d.acquisition.log.SeriesTable;
import org.electrode4d.nodes.table.Cells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Makes the tables of a run from its log. */
final class RunTables {

    private static final double HOUR = 3600;
    private static final double MILLIAMPERE_HOUR = 3.6;

    private final Path log;
    private final OptionalDouble capacity;
    private final ExecutionContext context;

    /** @param capacity of the cell in coulomb */
    RunTables(final Path log, final OptionalDouble capacity, final ExecutionContext context) {
        this.log = log;
        this.capacity = capacity;
        this.context = context;
    }

    /** Hours count from the middle of the first scan, as in every series of scans. */
    BufferedDataTable scans(final List<ScanRow> rows) {
        final BufferedDataContainer container = context.createDataContainer(RunColumns.SCANS);
        for (final ScanRow row : rows) {
            final LoggedScan scan = row.scan();
            final Optional<LoggedScan.Moment> end = scan.answered();
            final ScanRow.CellState cell = row.middle();
            add(container, text(scan.request().step()), text(scan.scanId()),
                Cells.number((cell.time() - rows.get(0).middle().time()) / HOUR), Cells.number(cell.potential()),
                Cells.number(cell.current()), Cells.number(cell.charge() / MILLIAMPERE_HOUR),
                Cells.number(100 * cell.stateOfCharge()), text(scan.asked().instant().toString()),
                text(end.map(moment -> moment.instant().toString()).orElse("")), Cells.number(scan.asked().time()),
                Cells.number(end.map(LoggedScan.Moment::time).orElse(Double.NaN)), Cells.number(scan.rest()),
                text(row.protocolStep()), text(row.phase()), text(scan.failure()));
        }
        return close(container);
    }

    /** All samples. */
    BufferedDataTable series(final RunHistory history) throws IOException {
        final String cell = history.started()
            .map(started -> CellMetadata.of(started.metadata()).get(CellField.CELL_ID)).filter(id -> !id.isBlank())
            .orElse(RunFolder.name(log));
        final BufferedDataContainer container = context.createDataContainer(RunColumns.SERIES);
        SeriesTable.read(log, capacity, row -> {
            final Reading reading = row.sample().reading();
            add(container, text(cell), new LongCell(row.sample().number()), Cells.number(reading.time()),
                Cells.number(reading.potential()), Cells.number(reading.current()),
                Cells.number(row.sample().charge() / MILLIAMPERE_HOUR), Cells.number(100 * row.stateOfCharge()),
                Cells.number(reading.temperature()), text(row.sample().step()), text(row.sample().phase()),
                text(row.scanStep()), text(row.scanId()), text(row.instant().toString()));
        });
        return close(container);
    }

    /** What the run did when, and why. */
    BufferedDataTable transitions(final RunHistory history) {
        final BufferedDataContainer container = context.createDataContainer(RunColumns.TRANSITIONS);
        for (final LogRecord logged : history.transitions()) {
            final LogEvent.Changed changed = (LogEvent.Changed)logged.event();
            add(container, Cells.number(logged.time()), text(changed.transition().from()),
                text(changed.transition().to()), text(changed.transition().reason()),
                text(logged.instant().toString()));
        }
        return close(container);
    }

    /** Tables without rows, as promised before a run. */
    static DataTableSpec[] specs() {
        return new DataTableSpec[]{RunColumns.SCANS, RunColumns.SERIES, RunColumns.TRANSITIONS};
    }

    private static DataCell text(final String text) {
        return text.isEmpty() ? new MissingCell("There is none.") : new StringCell(text);
    }

    private static void add(final BufferedDataContainer container, final DataCell... cells) {
        container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), cells));
    }

    private static BufferedDataTable close(final BufferedDataContainer container) {
        container.close();
        return container.getTable();
    }
}
