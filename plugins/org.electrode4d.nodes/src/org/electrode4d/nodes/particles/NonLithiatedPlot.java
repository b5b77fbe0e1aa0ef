// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotAxis;
import org.electrode4d.nodes.picture.PlotColours;
import org.electrode4d.nodes.picture.PlotPicture;
import org.electrode4d.nodes.picture.PlotSeries;
import org.electrode4d.nodes.picture.PlotSeries.Style;
import org.electrode4d.segmentation.particle.NonLithiatedSeries.Summary;

/**
 * Relative non-lithiated volume over the steps, and below it the thickness of the electrode where it is known: as Fig.
 * 2 c of Häusler et al. (2026), in two panels instead of two axes. Over time where it is known of all steps.
 *
 * @param scans in the order of the series
 * @param summaries of the same scans; null for scans that lack an input
 * @param thickness name of the column; empty for none
 */
record NonLithiatedPlot(List<NonLithiatedScans.Scan> scans, List<Summary> summaries, String thickness) {

    private static final int HEIGHT = 180;

    BufferedImage render() {
        final boolean timed = scans.stream().noneMatch(scan -> Double.isNaN(scan.step().hours()));
        final double[] x = IntStream.range(0, scans.size()).mapToDouble(i -> timed ? scans.get(i).step().hours() : i)
            .toArray();
        final PlotAxis horizontal = timed
            ? PlotAxis.around("Time [h]", Arrays.stream(x).min().orElse(Double.NaN),
                Arrays.stream(x).max().orElse(Double.NaN))
            : PlotAxis.of("Step", scans.stream().map(scan -> scan.step().toString()).toList());
        final PlotSeries total = new PlotSeries("Total", PlotColours.of(2), x, values(Summary::total), Style.MARKERS);
        final PlotSeries mean = new PlotSeries("Mean ± SD of particles", PlotColours.of(0), x, values(Summary::mean),
            values(Summary::standardDeviation), Style.MARKERS);
        final List<PlotSeries> curves = List.of(total, mean);
        final List<Plot> panels = new ArrayList<>();
        panels.add(new Plot("Silicon with the contrast of the pristine state", horizontal,
            PlotAxis.around("RNL volume [%]", Math.min(0, extreme(curves, -1)), extreme(curves, 1)), curves));
        if (!thickness.isEmpty()) {
            final PlotSeries line = new PlotSeries(thickness, PlotColours.of(1), x,
                scans.stream().mapToDouble(NonLithiatedScans.Scan::thickness).toArray(), Style.MARKERS);
            panels.add(new Plot("Electrode", horizontal, PlotAxis.around(thickness, extreme(List.of(line), -1),
                extreme(List.of(line), 1)), List.of(line)));
        }
        return new PlotPicture(panels, HEIGHT).render();
    }

    private double[] values(final ToDoubleFunction<Summary> value) {
        return summaries.stream().mapToDouble(summary -> summary == null ? Double.NaN : value.applyAsDouble(summary))
            .toArray();
    }

    /** The highest end of all bands for a sign of 1, the lowest for -1; NaN where there are none. */
    private static double extreme(final List<PlotSeries> series, final int sign) {
        return sign * series.stream().flatMapToDouble(line -> IntStream.range(0, line.y().length)
            .mapToDouble(i -> sign * line.y()[i] + line.reach(i))).filter(Double::isFinite).max().orElse(Double.NaN);
    }
}
