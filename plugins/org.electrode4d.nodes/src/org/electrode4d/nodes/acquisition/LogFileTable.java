// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import static org.electrode4d.nodes.table.SeriesColumns.column;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.electrode4d.acquisition.cycler.CyclingSeries;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** One row per log: what it is, what it holds and what its head says. */
final class LogFileTable {

    private final BufferedDataContainer container;

    LogFileTable(final ExecutionContext context) {
        container = context.createDataContainer(spec());
    }

    static DataTableSpec spec() {
        return new DataTableSpec(column(CyclingColumns.CELL, StringCell.TYPE), column("File", StringCell.TYPE),
            column("Format", StringCell.TYPE), column("Start", StringCell.TYPE), column("Samples", IntCell.TYPE),
            column("Steps", IntCell.TYPE), column("Duration [h]", DoubleCell.TYPE),
            column("Lowest potential [V]", DoubleCell.TYPE), column("Highest potential [V]", DoubleCell.TYPE),
            column("Lowest current [A]", DoubleCell.TYPE), column("Highest current [A]", DoubleCell.TYPE),
            column("Charged [mAh]", DoubleCell.TYPE), column("Discharged [mAh]", DoubleCell.TYPE),
            column("Metadata", StringCell.TYPE));
    }

    /** Adds a log with at least one sample. */
    void add(final CyclingSeries series, final String file, final String format) {
        final double[] potential = IntStream.range(0, series.size()).mapToDouble(series::potential).toArray();
        final double[] current = IntStream.range(0, series.size()).mapToDouble(series::current).toArray();
        double charged = 0;
        double discharged = 0;
        for (int i = 1; i < series.size(); i++) {
            final double flowed = (series.charge(i) - series.charge(i - 1)) / CyclingColumns.COULOMB_PER_MAH;
            charged += Math.max(0, flowed);
            discharged += Math.max(0, -flowed);
        }
        container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), new StringCell(series.name()),
            new StringCell(file), new StringCell(format),
            series.date(0) == null ? new MissingCell("The log has no date, or its order of day and month is unknown.")
                : new StringCell(series.date(0).toString()),
            new IntCell(series.size()), new IntCell(series.steps()),
            new DoubleCell((series.time(series.size() - 1) - series.time(0)) / 3600),
            new DoubleCell(least(potential)), new DoubleCell(most(potential)), new DoubleCell(least(current)),
            new DoubleCell(most(current)), new DoubleCell(charged), new DoubleCell(discharged),
            new StringCell(series.metadata().entrySet().stream().map(e -> e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining("; ")))));
    }

    private static double least(final double[] values) {
        return Arrays.stream(values).min().orElse(Double.NaN);
    }

    private static double most(final double[] values) {
        return Arrays.stream(values).max().orElse(Double.NaN);
    }

    BufferedDataTable close() {
        container.close();
        return container.getTable();
    }
}
