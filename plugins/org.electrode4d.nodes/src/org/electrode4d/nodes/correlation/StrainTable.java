// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.correlation.StrainComponent;
import org.electrode4d.correlation.StrainField;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A table with one row per point of strain fields. */
final class StrainTable {

    private final BufferedDataContainer container;
    private final List<StrainComponent> components;
    private int pairs;

    StrainTable(final ExecutionContext context, final List<StrainComponent> components) {
        container = context.createDataContainer(spec(components));
        this.components = components;
    }

    static DataTableSpec spec(final List<StrainComponent> components) {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(
            SeriesColumns.column(PairColumns.REFERENCE_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.DEFORMED_STEP, StringCell.TYPE),
            SeriesColumns.column("Point", IntCell.TYPE)));
        for (final String name : List.of("X [µm]", "Y [µm]", "Z [µm]")) {
            columns.add(SeriesColumns.column(name, DoubleCell.TYPE));
        }
        components.forEach(component -> columns
            .add(SeriesColumns.column(component.label() + StrainColumns.unit(component), DoubleCell.TYPE)));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    void add(final PairLabel pair, final StrainField strain, final Progress progress) {
        for (final StrainField.Row row : strain.table(components)) {
            progress.check();
            final List<DataCell> cells = new ArrayList<>(List.of(pair.reference(), pair.deformed(),
                new IntCell(row.index()), new DoubleCell(row.micrometres().x()),
                new DoubleCell(row.micrometres().y()), new DoubleCell(row.micrometres().z())));
            components.forEach(component -> cells.add(Cells.number(row.values().get(component))));
            container.addRowToTable(new DefaultRow("Pair" + pairs + "_Point" + row.index(), cells));
        }
        pairs++;
    }

    BufferedDataTable close() {
        container.close();
        return container.getTable();
    }
}
