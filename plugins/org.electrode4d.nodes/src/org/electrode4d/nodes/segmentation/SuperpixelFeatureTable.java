// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.segmentation.superpixel.RegionFeatures;
import org.electrode4d.volume.Point;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** A table with one row per region and scan. */
final class SuperpixelFeatureTable {

    /** Column with the ID of the row that a region belongs to. */
    static final String ROW = "Row";

    /** Column with the label of a region. */
    static final String REGION = "Superpixel";

    private static final List<String> BESIDE_COUNTS = List.of("Centre x [µm]", "Centre y [µm]", "Centre z [µm]",
        "Mean [grey value]", "SD [grey value]", "Minimum [grey value]", "Maximum [grey value]", "Limit [grey value]");

    private final BufferedDataContainer container;
    private final boolean slices;

    /** @param slices whether regions lie in slices and have an area, or have a volume */
    SuperpixelFeatureTable(final ExecutionContext context, final boolean slices) {
        container = context.createDataContainer(spec(slices));
        this.slices = slices;
    }

    static DataTableSpec spec(final boolean slices) {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(SeriesColumns.column(ROW, StringCell.TYPE),
            SeriesColumns.column(REGION, IntCell.TYPE), SeriesColumns.column("Voxels", LongCell.TYPE),
            SeriesColumns.column(slices ? "Area [µm²]" : "Volume [µm³]", DoubleCell.TYPE)));
        BESIDE_COUNTS.forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        columns.add(SeriesColumns.column("Voxels above", LongCell.TYPE));
        columns.add(SeriesColumns.column("Voxels not above", LongCell.TYPE));
        columns.add(SeriesColumns.column("Part above [%]", DoubleCell.TYPE));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    void add(final String row, final RegionFeatures features, final double limit) {
        for (final int label : features.labels()) {
            final Point centre = features.centroid(label);
            final List<DataCell> cells = new ArrayList<>(List.of(new StringCell(row), new IntCell(label),
                new LongCell(features.voxels(label)),
                new DoubleCell(slices ? features.area(label) : features.volume(label))));
            for (final double number : new double[]{centre.x(), centre.y(), centre.z(), features.mean(label),
                features.standardDeviation(label), features.min(label), features.max(label), limit}) {
                cells.add(Cells.number(number));
            }
            cells.add(new LongCell(features.above(label)));
            cells.add(new LongCell(features.below(label)));
            cells.add(Cells.number(100 * features.partAbove(label)));
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(container.size()), cells));
        }
    }

    BufferedDataTable close() {
        container.close();
        return container.getTable();
    }
}
