// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Point;
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

/** A table with one row per node of deformation fields. */
final class NodeTable {

    private static final List<String> NUMBERS = List.of("X [µm]", "Y [µm]", "Z [µm]", "Displacement x [µm]",
        "Displacement y [µm]", "Displacement z [µm]", "Fxx [-]", "Fxy [-]", "Fxz [-]", "Fyx [-]", "Fyy [-]",
        "Fyz [-]", "Fzx [-]", "Fzy [-]", "Fzz [-]", "ZNCC [-]", "Residual [-]", "Uncertainty x [µm]",
        "Uncertainty y [µm]", "Uncertainty z [µm]");

    private final BufferedDataContainer container;
    private int pairs;

    NodeTable(final ExecutionContext context) {
        container = context.createDataContainer(spec());
    }

    static DataTableSpec spec() {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(
            SeriesColumns.column(PairColumns.REFERENCE_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.DEFORMED_STEP, StringCell.TYPE),
            SeriesColumns.column("Node", IntCell.TYPE)));
        NUMBERS.forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        columns.add(SeriesColumns.column("Iterations", IntCell.TYPE));
        columns.add(SeriesColumns.column("Status code", IntCell.TYPE));
        columns.add(SeriesColumns.column("Status", StringCell.TYPE));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    void add(final PairLabel pair, final DeformationField field, final Progress progress) {
        for (int node = 0; node < field.grid().size(); node++) {
            progress.check();
            final List<DataCell> cells = new ArrayList<>(List.of(pair.reference(), pair.deformed(),
                new IntCell(node)));
            for (final double number : numbers(field, node)) {
                cells.add(Cells.number(number));
            }
            cells.add(new IntCell(field.iterations(node)));
            cells.add(new IntCell(field.status(node).code()));
            cells.add(new StringCell(field.status(node).label()));
            container.addRowToTable(new DefaultRow("Pair" + pairs + "_Node" + node, cells));
        }
        pairs++;
    }

    private static double[] numbers(final DeformationField field, final int node) {
        final Point x = field.positionInMicrometres(node);
        final Point u = field.displacementInMicrometres(node);
        final Point s = field.uncertaintyInMicrometres(node);
        final double[] f = field.f(node);
        return new double[]{x.x(), x.y(), x.z(), u.x(), u.y(), u.z(), f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7],
            f[8], field.zncc(node), field.residual(node), s.x(), s.y(), s.z()};
    }

    BufferedDataTable close() {
        container.close();
        return container.getTable();
    }
}
