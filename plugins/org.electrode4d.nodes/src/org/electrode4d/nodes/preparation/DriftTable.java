// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.preparation.GreyMap;
import org.electrode4d.volume.preparation.ReferencePhase;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A table with one row per scan that tells how its grey values drifted. */
final class DriftTable {

    private static final List<String> NUMBERS = List.of("Gain a [-]", "Offset b [grey value]", "Residual [grey value]",
        "Contrast drift [%]", "Brightness drift [%]");

    private final BufferedDataContainer container;

    /** @param phases names of the reference phases */
    DriftTable(final ExecutionContext context, final List<String> phases) {
        container = context.createDataContainer(spec(phases));
    }

    static DataTableSpec spec(final List<String> phases) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE));
        NUMBERS.forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        columns.add(SeriesColumns.column("Voxels clipped", LongCell.TYPE));
        for (final String phase : phases) {
            columns.add(SeriesColumns.column(phase + " [grey value]", DoubleCell.TYPE));
            columns.add(SeriesColumns.column(phase + ", voxels", LongCell.TYPE));
        }
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    void add(final String step, final GreyMap map, final long clipped, final List<ReferencePhase> phases) {
        final List<DataCell> cells = new ArrayList<>();
        cells.add(new StringCell(step));
        for (final double number : new double[]{map.gain(), map.offset(), map.residual(), map.contrastDrift(),
            map.brightnessDrift()}) {
            cells.add(Cells.number(number));
        }
        cells.add(new LongCell(clipped));
        for (final ReferencePhase phase : phases) {
            cells.add(Cells.number(phase.level()));
            cells.add(new LongCell(phase.voxels()));
        }
        container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), cells));
    }

    BufferedDataTable close() {
        container.close();
        return container.getTable();
    }
}
