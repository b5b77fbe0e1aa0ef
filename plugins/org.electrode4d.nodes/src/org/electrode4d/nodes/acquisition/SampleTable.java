// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.electrode4d.acquisition.cycler.CyclingRow;
import org.electrode4d.acquisition.cycler.CyclingSeries;
import org.electrode4d.acquisition.cycler.CyclingSeriesBuilder;
import org.electrode4d.nodes.execution.NodeFailure;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.StringValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Reads a table of samples, as the Cycling Log Reader writes it; the rows of a cell must be in the order of time. */
final class SampleTable {

    private static final int ROWS_PER_CHECK = 1024;

    private final int cell;
    private final int[] needed;
    private final int charge;
    private final int step;
    private final int cycle;
    private final int state;
    private final List<String> missing = new ArrayList<>();

    /** @throws InvalidSettingsException if there is no column of cells, times, potentials or currents */
    SampleTable(final DataTableSpec spec) throws InvalidSettingsException {
        cell = Columns.find(spec, CyclingColumns.CELL, StringValue.class, "names of cells");
        needed = new int[]{cell, Columns.find(spec, CyclingColumns.TIME, DoubleValue.class, "times"),
            Columns.find(spec, CyclingColumns.POTENTIAL, DoubleValue.class, "potentials"),
            Columns.find(spec, CyclingColumns.CURRENT, DoubleValue.class, "currents")};
        charge = optional(spec, CyclingColumns.CHARGE, DoubleValue.class);
        step = optional(spec, CyclingColumns.STEP, IntValue.class);
        cycle = optional(spec, CyclingColumns.CYCLE, IntValue.class);
        state = optional(spec, CyclingColumns.STATE, StringValue.class);
    }

    private static int optional(final DataTableSpec spec, final String name, final Class<? extends DataValue> type) {
        final int index = spec.findColumnIndex(name);
        return index >= 0 && spec.getColumnSpec(index).getType().isCompatible(type) ? index : -1;
    }

    /**
     * The series of all cells, in the order in which they come first.
     *
     * @throws KNIMEException if a sample is no measurement, or comes before the sample above it
     */
    List<CyclingSeries> read(final BufferedDataTable table, final Progress progress) throws KNIMEException {
        final Map<String, CyclingSeriesBuilder> cells = new LinkedHashMap<>();
        long done = 0;
        for (final DataRow row : table) {
            if (done % ROWS_PER_CHECK == 0) {
                progress.check();
                progress.report(done / (double)table.size(), "Reading samples");
            }
            done++;
            if (lacks(row)) {
                missing.add(row.getKey().getString());
            } else {
                final String name = ((StringValue)row.getCell(cell)).getStringValue();
                add(cells.computeIfAbsent(name, CyclingSeriesBuilder::new), name, row);
            }
        }
        return cells.values().stream().map(CyclingSeriesBuilder::build).toList();
    }

    private boolean lacks(final DataRow row) {
        for (final int column : needed) {
            if (row.getCell(column).isMissing()) {
                return true;
            }
        }
        return false;
    }

    private void add(final CyclingSeriesBuilder builder, final String name, final DataRow row) throws KNIMEException {
        final double counted = number(row, charge);
        try {
            builder.add(new CyclingRow(number(row, needed[1]), number(row, needed[2]), number(row, needed[3]),
                counted * CyclingColumns.COULOMB_PER_MAH, whole(row, step), whole(row, cycle),
                state < 0 || row.getCell(state).isMissing() ? "" : ((StringValue)row.getCell(state)).getStringValue(),
                null, Double.NaN));
        } catch (IllegalArgumentException e) {
            throw NodeFailure.of(e, "Cell '" + name + "', " + row.getKey() + ": " + e.getMessage(),
                "Sort the table by time, give every test a name of its own in 'Cell', or leave the row out.");
        }
    }

    private static double number(final DataRow row, final int column) {
        return column < 0 || row.getCell(column).isMissing() ? Double.NaN
            : ((DoubleValue)row.getCell(column)).getDoubleValue();
    }

    private static int whole(final DataRow row, final int column) {
        return column < 0 || row.getCell(column).isMissing() ? -1 : ((IntValue)row.getCell(column)).getIntValue();
    }

    /** What to tell the user about rows that were left out, or null. */
    String warning() {
        return RowAppender.warning(missing);
    }
}
