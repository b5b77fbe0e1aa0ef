// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.StepChain.Pair;
import org.electrode4d.nodes.cell.DeformationFieldCell;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.SeriesColumns;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The table of composed fields: one row per scan after the first, in the form that correlation nodes work on. */
final class ComposedTable {

    private static final List<String> STATE =
        List.of(SeriesColumns.TIME, SeriesColumns.POTENTIAL, SeriesColumns.STATE_OF_CHARGE);

    private final DataTableSpec input;
    private final BufferedDataContainer container;

    ComposedTable(final DataTableSpec input, final ExecutionContext context) {
        this.input = input;
        container = context.createDataContainer(spec(input));
    }

    /** Volumes and the state of the cell are there if the input has them. */
    static DataTableSpec spec(final DataTableSpec input) {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(
            SeriesColumns.column(PairColumns.REFERENCE_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.DEFORMED_STEP, StringCell.TYPE)));
        if (hasVolumes(input)) {
            columns.add(input.getColumnSpec(PairColumns.REFERENCE));
            columns.add(input.getColumnSpec(PairColumns.DEFORMED));
        }
        STATE.stream().filter(input::containsName).map(input::getColumnSpec).forEach(columns::add);
        columns.add(SeriesColumns.column(PairColumns.FIELD, DeformationFieldCell.TYPE));
        columns.addAll(FieldSummary.columns());
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    private static boolean hasVolumes(final DataTableSpec input) {
        return input.containsName(PairColumns.REFERENCE) && input.containsName(PairColumns.DEFORMED);
    }

    /**
     * A row to come.
     *
     * @param ends what the composed field leads from and to
     * @param reference volume that it leads from; null if the input has no volumes
     * @param deformed volume that it leads to; null likewise
     * @param state row with the state of the cell at the later scan
     */
    record Step(Pair ends, DataCell reference, DataCell deformed, DataRow state) {
    }

    /** The step from the first scan to the one where a link ends, or back. */
    Step step(final CompositionDirection direction, final LinkedPairs pairs, final int first, final int link) {
        final DataRow state = pairs.rows().get(link);
        final String from = pairs.pairs().get(first).reference();
        final String to = pairs.pairs().get(link).deformed();
        final DataCell start = hasVolumes(input)
            ? pairs.rows().get(first).getCell(input.findColumnIndex(PairColumns.REFERENCE)) : null;
        final DataCell end = hasVolumes(input) ? state.getCell(input.findColumnIndex(PairColumns.DEFORMED)) : null;
        return direction == CompositionDirection.FROM_FIRST ? new Step(new Pair(from, to), start, end, state)
            : new Step(new Pair(to, from), end, start, state);
    }

    void add(final Step step, final DeformationField field, final DataCell stored) {
        final List<DataCell> cells = new ArrayList<>(List.of(new StringCell(step.ends.reference()),
            new StringCell(step.ends.deformed())));
        if (hasVolumes(input)) {
            cells.add(step.reference);
            cells.add(step.deformed);
        }
        STATE.stream().filter(input::containsName)
            .forEach(name -> cells.add(step.state.getCell(input.findColumnIndex(name))));
        cells.add(stored);
        cells.addAll(FieldSummary.cells(field));
        container.addRowToTable(new DefaultRow(step.state.getKey(), cells));
    }

    BufferedDataTable close() {
        container.close();
        return container.getTable();
    }
}
