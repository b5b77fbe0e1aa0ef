// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.phantom.twin.TwinState;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.StringValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/**
 * The scans of a digital twin: the states of the electrode, and what a run of the cell says of them.
 *
 * @param states of the electrode, with step and time
 * @param potentials cells for the series, in the order of the states
 * @param skipped what to tell of scans that were left out, or null
 */
record TwinScans(List<TwinState> states, List<DataCell> potentials, String skipped) {

    /** The step that all others are compared with. */
    static final String REFERENCE = "T0";

    /** Two scans whose states of charge differ by less, in %, are a double scan: current that leaks counts as none. */
    private static final double SAME_CHARGE = 0.1;

    /** Column of what went wrong with a scan. */
    private static final String FAILURE = "Failure";

    /** A published state by its step. */
    static Optional<TwinState> published(final String step) {
        return TwinState.published().stream().filter(state -> state.step().equals(step)).findFirst();
    }

    /** The published states as they are. */
    static TwinScans of(final List<TwinState> states) {
        return new TwinScans(states, states.stream()
            .<DataCell>map(state -> new MissingCell("No cell was charged.")).toList(), null);
    }

    /** @throws InvalidSettingsException where a column is missing */
    static void check(final DataTableSpec spec, final TwinStateSource source) throws InvalidSettingsException {
        Columns.find(spec, SeriesColumns.STEP, StringValue.class, "names of scans");
        if (source == TwinStateSource.STATE_OF_CHARGE) {
            Columns.find(spec, SeriesColumns.STATE_OF_CHARGE, DoubleValue.class, "states of charge");
        }
    }

    /** The scans of a run, as Acquisition Control gives them; those that failed or were not measured are left out. */
    static TwinScans read(final BufferedDataTable table, final TwinStateSource source)
        throws InvalidSettingsException {
        final DataTableSpec spec = table.getDataTableSpec();
        check(spec, source);
        final List<DataRow> rows = new ArrayList<>();
        final List<String> skipped = new ArrayList<>();
        final int failure = spec.findColumnIndex(FAILURE);
        for (final DataRow row : table) {
            final boolean failed = failure >= 0 && !row.getCell(failure).isMissing();
            final boolean unknown = source == TwinStateSource.STATE_OF_CHARGE
                && Double.isNaN(number(spec, row, SeriesColumns.STATE_OF_CHARGE));
            if (failed || unknown || row.getCell(spec.findColumnIndex(SeriesColumns.STEP)).isMissing()) {
                skipped.add(ScanStep.of(spec, row).name());
            } else {
                rows.add(row);
            }
        }
        final List<TwinState> states = source == TwinStateSource.STEP ? bySteps(spec, rows) : byCharge(spec, rows);
        return new TwinScans(states, rows.stream().map(row -> cell(spec, row, SeriesColumns.POTENTIAL)).toList(),
            skipped.isEmpty() ? null : "Scans that failed or of which a cell is missing were left out: "
                + String.join(", ", skipped) + ".");
    }

    private static List<TwinState> bySteps(final DataTableSpec spec, final List<DataRow> rows)
        throws InvalidSettingsException {
        final List<TwinState> states = new ArrayList<>();
        for (final DataRow row : rows) {
            final String step = ScanStep.of(spec, row).name();
            final TwinState state = published(step).orElseThrow(() -> new InvalidSettingsException("The scan " + step
                + " is none of the published T0 to T9. Set 'State from' to 'State of charge'."));
            states.add(state.at(step, time(spec, row, state)));
        }
        return states;
    }

    private static List<TwinState> byCharge(final DataTableSpec spec, final List<DataRow> rows) {
        final double[] charges = rows.stream()
            .mapToDouble(row -> number(spec, row, SeriesColumns.STATE_OF_CHARGE)).toArray();
        final int fullest = IntStream.range(0, charges.length).boxed()
            .reduce(0, (best, i) -> charges[i] > charges[best] + SAME_CHARGE ? i : best);
        final List<TwinState> states = new ArrayList<>();
        for (int i = 0; i < charges.length; i++) {
            final TwinState state = i > 0 && Math.abs(charges[i] - charges[i - 1]) < SAME_CHARGE
                ? states.get(i - 1) : TwinState.between(TwinState.published(),
                    Math.max(0, Math.min(100, charges[i])), i > fullest);
            states.add(state.at(ScanStep.of(spec, rows.get(i)).name(), time(spec, rows.get(i), state)));
        }
        return states;
    }

    private static double time(final DataTableSpec spec, final DataRow row, final TwinState state) {
        final double hours = ScanStep.of(spec, row).hours();
        return Double.isNaN(hours) ? state.time() : Math.max(0, hours);
    }

    private static DataCell cell(final DataTableSpec spec, final DataRow row, final String column) {
        final double number = number(spec, row, column);
        return Double.isNaN(number) ? new MissingCell("The table of scans does not tell.") : new DoubleCell(number);
    }

    private static double number(final DataTableSpec spec, final DataRow row, final String column) {
        final int index = spec.findColumnIndex(column);
        return index >= 0 && row.getCell(index) instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
    }
}
