// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.List;
import java.util.Optional;

import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.RowTable;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.transport.mesh.MeshQuality;
import org.electrode4d.transport.mesh.QualityMeasure;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The tables of the Mesh Generator. */
final class MeshTables {

    private static final double FEW = 0.01;

    private final RowTable numbers;
    private final RowTable histograms;

    /**
     * What a row is about.
     *
     * @param scan of the series
     * @param label of the phase; null for the whole mesh
     * @param phase name of the phase
     * @param planar whether elements are triangles
     * @param voxels area in µm² or volume in µm³ by the voxels
     * @param file with the mesh
     */
    record Subject(ScanStep scan, Integer label, String phase, boolean planar, double voxels, Optional<String> file) {
    }

    MeshTables(final ExecutionContext context) {
        numbers = new RowTable(numbersSpec(), context);
        histograms = new RowTable(histogramSpec(), context);
    }

    static DataTableSpec numbersSpec() {
        final List<DataColumnSpec> columns = SeriesColumns.scan();
        columns.addAll(List.of(SeriesColumns.column("Phase", StringCell.TYPE),
            SeriesColumns.column("Label", IntCell.TYPE), SeriesColumns.column("Elements", IntCell.TYPE),
            SeriesColumns.column("Vertices", IntCell.TYPE), SeriesColumns.column("Interface facets", IntCell.TYPE)));
        columns.addAll(List.of(Cells.columns(List.of("Area [µm²]", "Volume [µm³]", "Deviation from voxels [%]",
            "Interface length [µm]", "Interface area [µm²]"))));
        for (final QualityMeasure by : QualityMeasure.values()) {
            columns.addAll(List.of(Cells.columns(List.of(name(by, ", minimum"), name(by, ", 1st percentile"),
                name(by, ", median"), name(by, ", mean")))));
        }
        columns.add(SeriesColumns.column("Mesh path", StringCell.TYPE));
        return Cells.spec(columns);
    }

    static DataTableSpec histogramSpec() {
        final List<DataColumnSpec> columns = SeriesColumns.scan();
        columns.addAll(List.of(SeriesColumns.column("Quality", StringCell.TYPE),
            SeriesColumns.column("Lower edge", DoubleCell.TYPE), SeriesColumns.column("Upper edge", DoubleCell.TYPE),
            SeriesColumns.column("Elements", IntCell.TYPE), SeriesColumns.column("Elements [%]", DoubleCell.TYPE)));
        return Cells.spec(columns);
    }

    void add(final Subject subject, final MeshQuality quality) {
        final double area = subject.planar ? quality.measure() : Double.NaN;
        final double volume = subject.planar ? Double.NaN : quality.measure();
        final double length = subject.planar ? quality.interfaceMeasure() : Double.NaN;
        final double surface = subject.planar ? Double.NaN : quality.interfaceMeasure();
        final List<DataCell> cells = subject.scan.cells();
        cells.addAll(List.of(new StringCell(subject.phase),
            subject.label == null ? new MissingCell("These are all phases.") : new IntCell(subject.label),
            new IntCell(quality.elements()), new IntCell(quality.vertices()), new IntCell(quality.interfaces())));
        Cells.addNumbers(cells, area, volume, 100 * (quality.measure() / subject.voxels - 1), length, surface);
        for (final QualityMeasure by : QualityMeasure.values()) {
            Cells.addNumbers(cells, quality.quantile(by, 0), quality.quantile(by, FEW),
                quality.quantile(by, 0.5), quality.mean(by));
        }
        cells.add(subject.file.<DataCell>map(StringCell::new).orElseGet(() -> new MissingCell("No file was written.")));
        numbers.add(cells);
    }

    void addHistograms(final ScanStep scan, final MeshQuality quality, final int bins) {
        for (final QualityMeasure by : QualityMeasure.values()) {
            final int[] counts = quality.histogram(by, bins);
            for (int bin = 0; bin < bins; bin++) {
                histograms.add(List.of(scan.nameCell(), scan.timeCell(), new StringCell(name(by, "")),
                    new DoubleCell(by.range() * bin / bins), new DoubleCell(by.range() * (bin + 1) / bins),
                    new IntCell(counts[bin]), new DoubleCell(100.0 * counts[bin] / quality.elements())));
            }
        }
    }

    BufferedDataTable closeNumbers() {
        return numbers.close();
    }

    BufferedDataTable closeHistograms() {
        return histograms.close();
    }

    private static String name(final QualityMeasure by, final String statistic) {
        return switch (by) {
            case SMALLEST_ANGLE -> "Smallest angle" + statistic + " [°]";
            case RADIUS_RATIO -> "Radius ratio" + statistic + " [-]";
            case EDGE_RATIO -> "Edge ratio" + statistic + " [-]";
        };
    }
}
