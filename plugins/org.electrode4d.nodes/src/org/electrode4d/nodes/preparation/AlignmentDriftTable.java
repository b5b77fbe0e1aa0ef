// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.electrode4d.correlation.RigidMode;
import org.electrode4d.correlation.alignment.CollectorPlane;
import org.electrode4d.correlation.alignment.ScanAlignment;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Point;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The drift report: one row per scan. */
final class AlignmentDriftTable {

    private static final List<String> NUMBERS = List.of("Drift x [µm]", "Drift y [µm]", "Drift z [µm]",
        "Rotation x [°]", "Rotation y [°]", "Rotation z [°]", "Collector tilt [°]", "Collector z [µm]",
        "Collector roughness [µm]", "Collector distance before [µm]", "Collector distance after [µm]", "ZNCC [-]",
        "Residual RMS [grey value]", "Uncertainty x [µm]", "Uncertainty y [µm]", "Uncertainty z [µm]",
        "Uncertainty of rotation [°]");

    /** What is told of the scan that stays where it is: the first that is there. */
    private static final String REFERENCE = "reference";

    /** What is drawn of a row. */
    record Drift(String step, double time, Point translation, Point rotation) {
    }

    private final BufferedDataContainer container;
    private final List<Drift> drifts = new ArrayList<>();

    AlignmentDriftTable(final ExecutionContext context) {
        container = context.createDataContainer(spec());
    }

    static DataTableSpec spec() {
        final List<DataColumnSpec> columns = new ArrayList<>();
        columns.add(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE));
        columns.add(SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE));
        NUMBERS.forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        columns.add(SeriesColumns.column("Determined", StringCell.TYPE));
        columns.add(SeriesColumns.column("Status", StringCell.TYPE));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    /** @param time hours; NaN where they are not known */
    void add(final String step, final double time, final ScanAlignment scan) {
        final Point t = scan.translation();
        final Point r = scan.rotation();
        final Optional<CollectorPlane> plane = scan.plane();
        final double turned = Stream.of(RigidMode.ABOUT_X, RigidMode.ABOUT_Y, RigidMode.ABOUT_Z)
            .mapToDouble(scan::uncertainty).filter(u -> u == u).max().orElse(Double.NaN);
        final double[] numbers = {t.x(), t.y(), t.z(), r.x(), r.y(), r.z(),
            plane.map(CollectorPlane::tilt).orElse(Double.NaN),
            plane.map(p -> p.centroid().z()).orElse(Double.NaN),
            plane.map(CollectorPlane::roughness).orElse(Double.NaN), scan.distanceBefore(), scan.distanceAfter(),
            scan.zncc(), scan.residual(), scan.uncertainty(RigidMode.X), scan.uncertainty(RigidMode.Y),
            scan.uncertainty(RigidMode.Z), turned};
        final List<DataCell> cells = new ArrayList<>(List.of(new StringCell(step), Cells.number(time)));
        Arrays.stream(numbers).mapToObj(Cells::number).forEach(cells::add);
        cells.add(new StringCell(drifts.isEmpty() ? REFERENCE
            : scan.determined().stream().map(RigidMode::label).collect(Collectors.joining(", "))));
        cells.add(new StringCell(drifts.isEmpty() ? REFERENCE : scan.status().label()));
        container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)drifts.size()), cells));
        drifts.add(new Drift(step, time, t, r));
    }

    List<Drift> drifts() {
        return List.copyOf(drifts);
    }

    BufferedDataTable close() {
        container.close();
        return container.getTable();
    }
}
