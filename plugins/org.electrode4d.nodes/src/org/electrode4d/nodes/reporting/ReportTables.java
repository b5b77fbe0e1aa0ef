// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.report.Reported;
import org.electrode4d.report.Table;
import org.electrode4d.report.TableBuilder;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** Reads the beginning of tables for a page. */
final class ReportTables {

    private final TableBuilder.Depictions depictions = new TableBuilder.Depictions();
    private final Progress progress;

    ReportTables(final Progress progress) {
        this.progress = progress;
    }

    Table read(final String title, final BufferedDataTable data) {
        final TableBuilder table = new TableBuilder(title, depictions);
        data.getDataTableSpec().forEach(column -> table.column(column.getName(),
            column.getType().isCompatible(DoubleValue.class)));
        try (CloseableRowIterator rows = data.iterator()) {
            while (rows.hasNext() && table.takesMore()) {
                progress.check();
                final DataRow row = rows.next();
                final List<Object> values = new ArrayList<>();
                row.forEach(cell -> values.add(value(cell)));
                table.row(row.getKey().getString(), values);
            }
        }
        return table.build(data.size());
    }

    /** A number, something that shows itself, or a text; null for nothing. */
    private static Object value(final DataCell cell) {
        if (cell.isMissing()) {
            return null;
        } else if (cell instanceof DoubleValue number) {
            return number.getDoubleValue();
        }
        return cell instanceof Reported ? cell : cell.toString();
    }
}
