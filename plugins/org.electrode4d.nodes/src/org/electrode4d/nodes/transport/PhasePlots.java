// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;

import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotAxis;
import org.electrode4d.nodes.picture.PlotColours;
import org.electrode4d.nodes.picture.PlotPicture;
import org.electrode4d.nodes.picture.PlotSeries;
import org.electrode4d.nodes.table.AxisChoice;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.transport.phase.PhaseMeasurement;

/**
 * Pictures of phases: the fraction of each from slice to slice, as Fig. 4 e of Vorauer et al. (2020), and how volumes
 * and surfaces change over the scans, as their Fig. 6 c.
 *
 * @param axis that slices are across
 */
record PhasePlots(MeasuredPhases series, AxisChoice axis) {

    private static final int HEIGHT = 200;

    /** One per phase, and one of the changes where there are several scans. */
    List<PictureTable.Drawing> drawings() {
        final List<PictureTable.Drawing> drawings = new ArrayList<>();
        if (series.scans().isEmpty()) {
            return drawings;
        }
        final SortedMap<Integer, String> names = series.names();
        names.forEach((label, name) -> drawings.add(new PictureTable.Drawing("Fraction of " + name + " in slices",
            "slices-" + label, () -> profile(label, name).render())));
        if (series.scans().size() > 1) {
            drawings.add(new PictureTable.Drawing("Volume and surface of phases over the scans", "changes",
                () -> changes(names).render()));
        }
        return drawings;
    }

    private PlotPicture profile(final int label, final String name) {
        final List<PlotSeries> lines = new ArrayList<>();
        for (final MeasuredPhases.Scan scan : series.scans()) {
            lines.add(new PlotSeries(scan.step().name(), PlotColours.of(lines.size()), scan.phases().positions(),
                Arrays.stream(scan.phases().profile(label)).map(part -> 100 * part).toArray(), PlotSeries.Style.LINE));
        }
        final double[] positions = lines.stream().flatMapToDouble(line -> Arrays.stream(line.x())).toArray();
        final String place = axis == AxisChoice.Z ? "Depth z" : "Position " + axis.letter();
        return new PlotPicture(List.of(new Plot(name, range(place + " [µm]", positions),
            range("Fraction of the slice [%]", values(lines)), lines)), HEIGHT);
    }

    private PlotPicture changes(final SortedMap<Integer, String> names) {
        return new PlotPicture(List.of(changes("Volume", names, PhaseMeasurement::volume),
            changes("Surface", names, PhaseMeasurement::surface)), HEIGHT);
    }

    private Plot changes(final String title, final SortedMap<Integer, String> names,
        final ToDoubleBiFunction<PhaseMeasurement, Integer> quantity) {
        final boolean timed = series.scans().stream().noneMatch(scan -> Double.isNaN(scan.step().hours()));
        final double[] x = new double[series.scans().size()];
        Arrays.setAll(x, i -> timed ? series.scans().get(i).step().hours() : i);
        final List<PlotSeries> lines = new ArrayList<>();
        names.forEach((label, name) -> lines.add(new PlotSeries(name, PlotColours.of(lines.size()), x,
            series.scans().stream().mapToDouble(scan -> Cells.change(
                quantity.applyAsDouble(scan.phases(), label), quantity.applyAsDouble(series.first(), label)))
                .toArray(), PlotSeries.Style.MARKERS)));
        final PlotAxis horizontal = timed ? range("Time [h]", x)
            : PlotAxis.of("Step", series.scans().stream().map(scan -> scan.step().name()).toList());
        return new Plot(title + " against " + series.scans().get(0).step().name(), horizontal,
            range("Change [%]", values(lines)), lines);
    }

    private static double[] values(final List<PlotSeries> lines) {
        return lines.stream().flatMapToDouble(line -> Arrays.stream(line.y())).filter(Double::isFinite).toArray();
    }

    private static PlotAxis range(final String label, final double[] values) {
        return PlotAxis.around(label, DoubleStream.of(values).min().orElse(Double.NaN),
            DoubleStream.of(values).max().orElse(Double.NaN));
    }
}
