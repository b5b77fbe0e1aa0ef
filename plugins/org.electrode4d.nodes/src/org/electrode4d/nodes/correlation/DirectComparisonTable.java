// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.electrode4d.correlation.FieldDifference;
import org.electrode4d.correlation.FieldDifference.Statistics;
import org.electrode4d.correlation.StepChain;
import org.electrode4d.correlation.StrainComponent;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A table that tells how far composed fields are from those that were measured directly. */
final class DirectComparisonTable {

    private static final List<String> NUMBERS = List.of("Mean d", "RMS d", "95th percentile |d|", "Maximum |d|",
        "RMS d expected");
    private static final List<StrainComponent> STRAINS = List.of(StrainComponent.VOLUMETRIC, StrainComponent.BIOT_XX,
        StrainComponent.BIOT_YY, StrainComponent.BIOT_ZZ, StrainComponent.BIOT_XY, StrainComponent.BIOT_XZ,
        StrainComponent.BIOT_YZ);

    private final BufferedDataContainer container;

    DirectComparisonTable(final ExecutionContext context) {
        container = context.createDataContainer(spec());
    }

    static DataTableSpec spec() {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(
            SeriesColumns.column(PairColumns.REFERENCE_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.DEFORMED_STEP, StringCell.TYPE),
            SeriesColumns.column("Quantity", StringCell.TYPE), SeriesColumns.column("Unit", StringCell.TYPE),
            SeriesColumns.column("Nodes", IntCell.TYPE)));
        NUMBERS.forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    /** Adds the displacements in µm and the strains of a pair. What the noise explains is known of displacements. */
    void add(final StepChain.Pair pair, final FieldDifference difference) {
        addLength(pair, "Displacement x", difference, Point::x);
        addLength(pair, "Displacement y", difference, Point::y);
        addLength(pair, "Displacement z", difference, Point::z);
        addLength(pair, "Displacement length", difference, Point::norm);
        difference.strain(STRAINS).forEach(
            (component, statistics) -> add(pair, new Quantity(component.label(), "-"), statistics, Double.NaN));
    }

    private record Quantity(String name, String unit) {
    }

    private void addLength(final StepChain.Pair pair, final String name, final FieldDifference difference,
        final ToDoubleFunction<Point> part) {
        final VoxelSize size = difference.voxelSize();
        add(pair, new Quantity(name, "µm"),
            difference.statistics(node -> part.applyAsDouble(node.displacement().times(size))),
            difference.statistics(node -> part.applyAsDouble(node.uncertainty().times(size))).rms());
    }

    private void add(final StepChain.Pair pair, final Quantity quantity, final Statistics statistics,
        final double expected) {
        final List<DataCell> cells = new ArrayList<>(List.of(new StringCell(pair.reference()),
            new StringCell(pair.deformed()), new StringCell(quantity.name()), new StringCell(quantity.unit()),
            new IntCell(statistics.count())));
        for (final double number : new double[]{statistics.mean(), statistics.rms(), statistics.percentile95(),
            statistics.maximum(), expected}) {
            cells.add(Cells.number(number));
        }
        container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), cells));
    }

    BufferedDataTable close() {
        container.close();
        return container.getTable();
    }
}
