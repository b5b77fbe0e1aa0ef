// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import static org.electrode4d.nodes.table.SeriesColumns.column;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.acquisition.cycler.CellVerdict;
import org.electrode4d.acquisition.cycler.CellVerdict.Outcome;
import org.electrode4d.acquisition.cycler.PreTest;
import org.electrode4d.acquisition.cycler.PreTestFigure;
import org.electrode4d.nodes.table.Cells;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
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

/** The tables of a pre-test: one row per cell, and one row for the set. */
final class PreTestTables {

    static final String VERDICT = "Verdict";
    static final String REASONS = "Reasons";

    private PreTestTables() {
    }

    static DataTableSpec cellsSpec() {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(column(CyclingColumns.CELL, StringCell.TYPE),
            column(VERDICT, StringCell.TYPE), column(REASONS, StringCell.TYPE)));
        for (final PreTestFigure figure : PreTestFigure.values()) {
            columns.add(column(figure.label(), DoubleCell.TYPE));
        }
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    static DataTableSpec setSpec() {
        return new DataTableSpec(column(VERDICT, StringCell.TYPE), column("Reason", StringCell.TYPE),
            column("Consistent cells", IntCell.TYPE), column("Cells", IntCell.TYPE),
            column("Upper cut-off potential [V]", DoubleCell.TYPE));
    }

    static BufferedDataTable cells(final PreTest test, final ExecutionContext context) {
        final BufferedDataContainer table = context.createDataContainer(cellsSpec());
        for (final CellVerdict cell : test.cells()) {
            final List<DataCell> cells = new ArrayList<>(List.of(new StringCell(cell.name()),
                new StringCell(cell.outcome().label()), new StringCell(String.join("; ", cell.reasons()))));
            for (final PreTestFigure figure : PreTestFigure.values()) {
                final double value = cell.figures().get(figure);
                cells.add(Double.isNaN(value) ? new MissingCell(cell.figures().missing().get(figure))
                    : new DoubleCell(figure.shown(value)));
            }
            table.addRowToTable(new DefaultRow(RowKey.createRowKey(table.size()), cells));
        }
        table.close();
        return table.getTable();
    }

    static BufferedDataTable set(final PreTest test, final ExecutionContext context) {
        final BufferedDataContainer table = context.createDataContainer(setSpec());
        final long consistent = test.cells().stream().filter(cell -> cell.outcome() == Outcome.CONSISTENT).count();
        table.addRowToTable(new DefaultRow(RowKey.createRowKey(0L), new StringCell(label(test.outcome())),
            new StringCell(test.reason()), new IntCell((int)consistent), new IntCell(test.cells().size()),
            Cells.number(test.upperCutOff())));
        table.close();
        return table.getTable();
    }

    private static String label(final Outcome outcome) {
        return outcome == Outcome.DEVIATING ? "not consistent" : outcome.label();
    }
}
