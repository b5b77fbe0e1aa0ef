// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.report;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.report.Reported;
import org.electrode4d.report.StepCharts;
import org.electrode4d.report.Table;
import org.electrode4d.report.TableBuilder;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;

/** Reads the beginning of KNIME's tables for reports. */
final class DataTables {

    private final TableBuilder.Depictions depictions = new TableBuilder.Depictions();

    /** Whether a table sets expected and measured values side by side. */
    static boolean isComparison(final BufferedDataTable table) {
        return StepCharts.isComparison(List.of(table.getDataTableSpec().getColumnNames()));
    }

    /** The beginning of a table, as far as a report can use it. */
    Table read(final String title, final BufferedDataTable data) {
        final TableBuilder table = new TableBuilder(title, depictions);
        data.getDataTableSpec().forEach(column -> table.column(column.getName(),
            column.getType().isCompatible(DoubleValue.class)));
        try (CloseableRowIterator rows = data.iterator()) {
            while (rows.hasNext() && table.takesMore()) {
                final DataRow row = rows.next();
                final List<Object> values = new ArrayList<>();
                row.forEach(cell -> values.add(value(cell)));
                table.row(row.getKey().getString(), values);
            }
        }
        return table.build(data.size());
    }

    /** What a table of a report can show: a number, something that shows itself, or a text; null for nothing. */
    private static Object value(final DataCell cell) {
        if (cell.isMissing()) {
            return null;
        } else if (cell instanceof DoubleValue number) {
            return number.getDoubleValue();
        }
        return cell instanceof Reported ? cell : cell.toString();
    }
}
