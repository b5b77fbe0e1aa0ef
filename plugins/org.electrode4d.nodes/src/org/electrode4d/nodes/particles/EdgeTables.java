// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotAxis;
import org.electrode4d.nodes.picture.PlotColours;
import org.electrode4d.nodes.picture.PlotPicture;
import org.electrode4d.nodes.picture.PlotSeries;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.RowTable;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.segmentation.edge.EdgeResolution;
import org.electrode4d.segmentation.edge.MeasuredEdge;
import org.electrode4d.segmentation.edge.Spread;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** What is told of edges: widths per scan, a row per edge, their profiles, and pictures of these. */
final class EdgeTables {

    private static final double NM = 1000;
    private static final int HEIGHT = 150;
    private static final int MOST_PANELS = 4;

    private final RowTable edges;
    private final RowTable profiles;
    private final List<PictureTable.Drawing> drawings = new ArrayList<>();
    private final boolean draws;

    EdgeTables(final ExecutionContext context, final boolean draws) {
        edges = new RowTable(edges(), context);
        profiles = new RowTable(profiles(), context);
        this.draws = draws;
    }

    /** Names of the numbers of a scan after the count of edges. */
    static List<String> summary() {
        return List.of("FWHM erf, mean [nm]", "FWHM erf, SD [nm]", "FWHM erf, mean [voxel]", "FWHM erf, SD [voxel]",
            "FWHM spline, mean [nm]", "FWHM spline, SD [nm]", "FWHM spline, mean [voxel]", "FWHM spline, SD [voxel]");
    }

    private static DataTableSpec spec(final List<String> numbers) {
        final List<DataColumnSpec> columns =
            new ArrayList<>(List.of(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
                SeriesColumns.column("Edge", IntCell.TYPE),
                SeriesColumns.column(SeriesColumns.PARTICLE, IntCell.TYPE)));
        columns.addAll(Arrays.asList(Cells.columns(numbers)));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    static DataTableSpec edges() {
        return spec(List.of("x [µm]", "y [µm]", "z [µm]", "Normal x [-]", "Normal y [-]", "Normal z [-]",
            "FWHM erf [nm]", "FWHM spline [nm]", "FWHM erf [voxel]", "FWHM spline [voxel]", "Contrast [grey value]",
            "Residual [%]"));
    }

    static DataTableSpec profiles() {
        return spec(List.of("Distance [nm]", "Profile [grey value]", "Fit [grey value]"));
    }

    /**
     * The cells of a scan: number of edges and widths.
     *
     * @param name end of the name of its picture
     */
    List<DataCell> add(final ScanStep scan, final String name, final EdgeResolution.Report report) {
        int number = 1;
        for (final MeasuredEdge edge : report.edges()) {
            final List<DataCell> begin = List.of(scan.nameCell(), new IntCell(number++),
                edge.label() == 0 ? new MissingCell("Edges were looked for everywhere.") : new IntCell(edge.label()));
            edges.add(row(begin, edge.position().x(), edge.position().y(), edge.position().z(), edge.normal().x(),
                edge.normal().y(), edge.normal().z(), NM * edge.erfWidth(), NM * edge.splineWidth(),
                edge.erfWidth() / edge.voxelAlong(), edge.splineWidth() / edge.voxelAlong(), edge.contrast(),
                100 * edge.residual()));
            final MeasuredEdge.Profile profile = edge.profile();
            for (int i = 0; i < profile.places().length; i++) {
                profiles.add(row(begin, NM * profile.places()[i], profile.values()[i], profile.fit()[i]));
            }
        }
        if (draws && !report.edges().isEmpty()) {
            drawings.add(new PictureTable.Drawing("Profiles and fits of the first edges of " + scan.name(), name,
                () -> picture(report.edges()).render()));
        }
        return summary(report);
    }

    private static List<DataCell> row(final List<DataCell> begin, final double... numbers) {
        final List<DataCell> cells = new ArrayList<>(begin);
        DoubleStream.of(numbers).mapToObj(Cells::number).forEach(cells::add);
        return cells;
    }

    private static List<DataCell> summary(final EdgeResolution.Report report) {
        final Spread erf = report.erfWidth();
        final Spread erfVoxels = report.spread(edge -> edge.erfWidth() / edge.voxelAlong());
        final Spread spline = report.splineWidth();
        final Spread splineVoxels = report.spread(edge -> edge.splineWidth() / edge.voxelAlong());
        return row(List.of(new IntCell(report.edges().size())), NM * erf.mean(), NM * erf.standardDeviation(),
            erfVoxels.mean(), erfVoxels.standardDeviation(), NM * spline.mean(), NM * spline.standardDeviation(),
            splineVoxels.mean(), splineVoxels.standardDeviation());
    }

    private static PlotPicture picture(final List<MeasuredEdge> edges) {
        final List<Plot> plots = new ArrayList<>();
        for (final MeasuredEdge edge : edges.subList(0, Math.min(MOST_PANELS, edges.size()))) {
            final MeasuredEdge.Profile profile = edge.profile();
            final double[] places = Arrays.stream(profile.places()).map(place -> NM * place).toArray();
            final double[] sorted =
                DoubleStream.concat(Arrays.stream(profile.values()), Arrays.stream(profile.fit())).sorted().toArray();
            plots.add(new Plot("Edge " + (plots.size() + 1) + ": FWHM " + Math.round(NM * edge.erfWidth())
                + " nm (erf), " + Math.round(NM * edge.splineWidth()) + " nm (spline)",
                PlotAxis.around("Distance [nm]", places[0], places[places.length - 1]),
                PlotAxis.around("Grey value", sorted[0], sorted[sorted.length - 1]),
                List.of(new PlotSeries("Fit", PlotColours.of(0), places, profile.fit(), PlotSeries.Style.LINE),
                    new PlotSeries("Profile", PlotColours.of(2), places, profile.values(),
                        PlotSeries.Style.MARKERS))));
        }
        return new PlotPicture(plots, HEIGHT);
    }

    BufferedDataTable closeEdges() {
        return edges.close();
    }

    BufferedDataTable closeProfiles() {
        return profiles.close();
    }

    List<PictureTable.Drawing> drawings() {
        return drawings;
    }
}
