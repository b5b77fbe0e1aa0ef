// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
import org.electrode4d.segmentation.edge.LineProfile.Sample;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The samples of profiles, and a plot of them. */
final class LineProfileTable {

    private static final int HEIGHT = 240;

    private final RowTable table;
    private final List<PlotSeries> lines = new ArrayList<>();

    LineProfileTable(final ExecutionContext context) {
        table = new RowTable(spec(), context);
    }

    static DataTableSpec spec() {
        return new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE),
            SeriesColumns.column("Distance [µm]", DoubleCell.TYPE), SeriesColumns.column("x [µm]", DoubleCell.TYPE),
            SeriesColumns.column("y [µm]", DoubleCell.TYPE), SeriesColumns.column("z [µm]", DoubleCell.TYPE),
            SeriesColumns.column("Mean [grey value]", DoubleCell.TYPE),
            SeriesColumns.column("SD [grey value]", DoubleCell.TYPE), SeriesColumns.column("Values", IntCell.TYPE));
    }

    void add(final ScanStep scan, final List<Sample> samples) {
        for (final Sample sample : samples) {
            table.add(List.of(scan.nameCell(), scan.timeCell(), new DoubleCell(sample.distance()),
                new DoubleCell(sample.position().x()), new DoubleCell(sample.position().y()),
                new DoubleCell(sample.position().z()), Cells.number(sample.mean()),
                Cells.number(sample.standardDeviation()), new IntCell(sample.values())));
        }
        lines.add(new PlotSeries(scan.name(), PlotColours.of(lines.size()),
            samples.stream().mapToDouble(Sample::distance).toArray(),
            samples.stream().mapToDouble(Sample::mean).toArray(),
            PlotSeries.Style.LINE));
    }

    /** Up to twelve scans. */
    List<PictureTable.Drawing> drawings() {
        if (lines.isEmpty()) {
            return List.of();
        }
        final List<PlotSeries> drawn = lines.subList(0, Math.min(PlotColours.COUNT, lines.size()));
        final double[] values =
            drawn.stream().flatMapToDouble(line -> Arrays.stream(line.y())).filter(Double::isFinite).sorted().toArray();
        final double length = drawn.stream().mapToDouble(line -> line.x()[line.x().length - 1]).max().orElse(1);
        final PlotAxis greyValues = values.length == 0 ? PlotAxis.around("Grey value", Double.NaN, Double.NaN)
            : PlotAxis.around("Grey value", values[0], values[values.length - 1]);
        return List.of(new PictureTable.Drawing("Grey value along the line", "profiles", () -> new PlotPicture(
            List.of(new Plot("Line profile", PlotAxis.around("Distance [µm]", 0, length), greyValues, drawn)), HEIGHT)
                .render()));
    }

    BufferedDataTable close() {
        return table.close();
    }
}
