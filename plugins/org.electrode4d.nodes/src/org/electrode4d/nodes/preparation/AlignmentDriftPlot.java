// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;


import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotAxis;
import org.electrode4d.nodes.picture.PlotColours;
import org.electrode4d.nodes.picture.PlotPicture;
import org.electrode4d.nodes.picture.PlotSeries;
import org.electrode4d.nodes.picture.PlotSeries.Style;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Point;

/** Translations and rotations over the steps, or over time where it is known of all. */
final class AlignmentDriftPlot {

    private static final int HEIGHT = 170;

    private final List<AlignmentDriftTable.Drift> drifts;

    AlignmentDriftPlot(final AlignmentDriftTable table) {
        drifts = table.drifts();
    }

    /** One picture; none without scans. */
    List<PictureTable.Drawing> drawings() {
        return drifts.isEmpty() ? List.of()
            : List.of(new PictureTable.Drawing("Drift and rotation", "", this::render));
    }

    private BufferedImage render() {
        final boolean timed = drifts.stream().noneMatch(drift -> Double.isNaN(drift.time()));
        final double[] x = timed ? drifts.stream().mapToDouble(AlignmentDriftTable.Drift::time).toArray()
            : IntStream.range(0, drifts.size()).asDoubleStream().toArray();
        final PlotAxis axis = timed ? PlotAxis.around(SeriesColumns.TIME, Arrays.stream(x).min().orElse(Double.NaN),
            Arrays.stream(x).max().orElse(Double.NaN))
            : PlotAxis.of(SeriesColumns.STEP, drifts.stream().map(AlignmentDriftTable.Drift::step).toList());
        return new PlotPicture(List.of(
            plot("Drift of the rigid region", "Drift [µm]", x, axis, AlignmentDriftTable.Drift::translation),
            plot("Rotation of the rigid region", "Rotation [°]", x, axis, AlignmentDriftTable.Drift::rotation)), HEIGHT)
            .render();
    }

    private Plot plot(final String title, final String label, final double[] x, final PlotAxis axis,
        final Function<AlignmentDriftTable.Drift, Point> vector) {
        final List<Point> points = drifts.stream().map(vector).toList();
        final List<PlotSeries> series = new ArrayList<>();
        final List<String> names = List.of("x", "y", "z");
        for (int i = 0; i < names.size(); i++) {
            final int component = i;
            series.add(new PlotSeries(names.get(i), PlotColours.of(i), x, points.stream()
                .mapToDouble(p -> component == 0 ? p.x() : component == 1 ? p.y() : p.z()).toArray(), Style.MARKERS));
        }
        final double low = series.stream().flatMapToDouble(s -> Arrays.stream(s.y())).min().orElse(Double.NaN);
        final double high = series.stream().flatMapToDouble(s -> Arrays.stream(s.y())).max().orElse(Double.NaN);
        return new Plot(title, axis, PlotAxis.around(label, low, high), series);
    }
}
