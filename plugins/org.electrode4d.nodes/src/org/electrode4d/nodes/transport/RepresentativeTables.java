// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.RowTable;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.transport.phase.RepresentativeVolume;
import org.electrode4d.transport.phase.SizeStatistics;
import org.electrode4d.volume.VoxelSize;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The tables of a study of sub-volumes: a row per scan and size, and a row per scan. */
final class RepresentativeTables {

    private final RepresentativeQuantity quantity;
    private final RowTable sizes;
    private final RowTable scans;

    RepresentativeTables(final RepresentativeQuantity quantity, final ExecutionContext context) {
        this.quantity = quantity;
        sizes = new RowTable(sizesSpec(quantity), context);
        scans = new RowTable(scansSpec(quantity), context);
    }

    static DataTableSpec sizesSpec(final RepresentativeQuantity quantity) {
        final List<DataColumnSpec> columns = SeriesColumns.scan();
        columns.addAll(List.of(Cells.columns(List.of("Edge [µm]", "Volume [µm³]"))));
        columns.add(SeriesColumns.column("Sub-volumes", IntCell.TYPE));
        columns.add(SeriesColumns.column("Disjoint sub-volumes", LongCell.TYPE));
        columns.add(SeriesColumns.column("Without value", IntCell.TYPE));
        columns.addAll(List.of(Cells.columns(List.of(quantity.column("mean"), quantity.column("SD"),
            "Coefficient of variation [%]", "Deviation from the whole [%]"))));
        return Cells.spec(columns);
    }

    static DataTableSpec scansSpec(final RepresentativeQuantity quantity) {
        final List<DataColumnSpec> columns = SeriesColumns.scan();
        columns.addAll(List.of(Cells.columns(List.of(quantity.column("whole volume"),
            "Representative edge [µm]", "Coefficient of variation [%]"))));
        return Cells.spec(columns);
    }

    void add(final ScanStep scan, final RepresentativeVolume study, final double tolerance, final VoxelSize voxel) {
        for (final SizeStatistics size : study.sizes()) {
            final List<DataCell> cells = new ArrayList<>(List.of(scan.nameCell(), scan.timeCell(),
                new DoubleCell(size.size().edge()), new DoubleCell(size.size().voxels().voxels() * voxel.volume()),
                new IntCell(size.count()), new LongCell(size.size().disjoint()), new IntCell(size.undefined())));
            Cells.addNumbers(cells, quantity.inUnit(size.mean()),
                quantity.inUnit(size.standardDeviation()), size.coefficientOfVariation(), size.deviation());
            sizes.add(cells);
        }
        final Optional<SizeStatistics> smallest = study.smallest(tolerance);
        final DataCell none = new MissingCell("No size scatters little enough.");
        scans.add(List.of(scan.nameCell(), scan.timeCell(), Cells.number(quantity.inUnit(study.whole())),
            smallest.map(size -> (DataCell)new DoubleCell(size.size().edge())).orElse(none),
            smallest.map(size -> (DataCell)new DoubleCell(size.coefficientOfVariation())).orElse(none)));
    }

    BufferedDataTable closeSizes() {
        return sizes.close();
    }

    BufferedDataTable closeScans() {
        return scans.close();
    }
}
