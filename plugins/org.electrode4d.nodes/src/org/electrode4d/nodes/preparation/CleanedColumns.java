// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.RowComputation;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/**
 * The output of a node that makes new volumes of those in a table: they are appended, or stand where the old ones were.
 */
final class CleanedColumns {

    private final int[] columns;
    private final boolean replace;
    private final RowAppender appender;

    /**
     * @param columns indices of the old volumes
     * @param names of the new ones, where they are appended
     * @param needed indices of the columns that must not be missing
     * @param numbers further new columns, which are always appended
     */
    CleanedColumns(final int[] columns, final List<String> names, final boolean replace, final int[] needed,
        final DataColumnSpec... numbers) {
        this.columns = columns.clone();
        this.replace = replace;
        final List<DataColumnSpec> appended = new ArrayList<>();
        names.forEach(name -> appended.add(SeriesColumns.column(name, VolumeCell.TYPE)));
        appended.addAll(List.of(numbers));
        appender = new RowAppender(needed, appended.toArray(DataColumnSpec[]::new));
    }

    /** For one column of volumes. */
    static CleanedColumns of(final int column, final String name, final boolean replace,
        final DataColumnSpec... numbers) {
        return new CleanedColumns(new int[]{column}, List.of(name), replace, new int[]{column}, numbers);
    }

    DataTableSpec spec(final DataTableSpec input) {
        return replace ? replaced(input, appender.spec(input)) : appender.spec(input);
    }

    private DataTableSpec replaced(final DataTableSpec input, final DataTableSpec appended) {
        return new DataTableSpec(order(input.getNumColumns(), appended.getNumColumns())
            .mapToObj(i -> i < input.getNumColumns() || i >= input.getNumColumns() + columns.length
                ? appended.getColumnSpec(i)
                : SeriesColumns.column(input.getColumnSpec(columns[i - input.getNumColumns()]).getName(),
                    VolumeCell.TYPE))
            .toArray(DataColumnSpec[]::new));
    }

    /** Which columns of the appended table follow each other where the old volumes are replaced. */
    private IntStream order(final int before, final int after) {
        final int[] order = IntStream.range(0, after).filter(i -> i < before || i >= before + columns.length).toArray();
        for (int i = 0; i < columns.length; i++) {
            order[columns[i]] = before + i;
        }
        return IntStream.of(order);
    }

    /** @param computation gives the new volumes, in the order of the old ones, and then the other cells */
    BufferedDataTable table(final BufferedDataTable input, final ExecutionContext context, final Progress progress,
        final RowComputation computation)
        throws IOException, KNIMEException, InvalidSettingsException, CanceledExecutionException {
        final BufferedDataTable appended = appender.append(input, context, progress, computation);
        if (!replace) {
            return appended;
        }
        final DataTableSpec before = input.getDataTableSpec();
        final DataTableSpec after = appended.getDataTableSpec();
        final BufferedDataContainer container = context.createDataContainer(replaced(before, after));
        final int[] order = order(before.getNumColumns(), after.getNumColumns()).toArray();
        for (final DataRow row : appended) {
            container.addRowToTable(new DefaultRow(row.getKey(),
                IntStream.of(order).mapToObj(row::getCell).toArray(DataCell[]::new)));
        }
        container.close();
        return container.getTable();
    }

    /** What to tell the user about rows that were left out, or null. */
    String warning() {
        return appender.warning();
    }

    /** What to tell where scans are related to the first one, but that was left out; null where it was not. */
    String referenceWarning() {
        return appender.referenceWarning();
    }
}
