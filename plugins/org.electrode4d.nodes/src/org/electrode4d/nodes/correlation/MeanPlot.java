// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.electrode4d.correlation.StrainStatistics;
import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotAxis;
import org.electrode4d.nodes.picture.PlotColours;
import org.electrode4d.nodes.picture.PlotPicture;
import org.electrode4d.nodes.picture.PlotSeries;
import org.electrode4d.nodes.picture.PlotSeries.Style;

/**
 * Mean and scatter of a component over the steps, with a line per region, as in Fig. 3 d of Häusler et al. (2026): over
 * time where it is known of all steps, else over their names. Where all steps have one reference, lines begin there
 * with no strain.
 */
final class MeanPlot {

    private static final int HEIGHT = 240;
    private static final int MOST_BANDS = 4;

    private final StrainSeries strain;
    private final boolean timed;
    private final boolean fromReference;

    MeanPlot(final StrainSeries strain) {
        this.strain = strain;
        timed = strain.steps().stream().noneMatch(step -> Double.isNaN(step.time()));
        fromReference =
            strain.isCumulative() && !(timed && Double.isNaN(strain.steps().get(0).referenceTime()));
    }

    BufferedImage render() {
        final double[] x = timed ? with(strain.steps().get(0).referenceTime(), StrainStep::time)
            : IntStream.range(0, strain.steps().size() + (fromReference ? 1 : 0)).asDoubleStream().toArray();
        final List<String> regions = strain.regions();
        final boolean bands = regions.size() <= MOST_BANDS;
        final List<PlotSeries> series = new ArrayList<>();
        for (final String region : regions) {
            series.add(new PlotSeries(region, PlotColours.of(series.size()), x,
                with(strain.component().undeformed(), step -> value(step, region, StrainStatistics::mean)),
                bands ? with(0, step -> value(step, region, StrainStatistics::standardDeviation)) : new double[0],
                Style.MARKERS));
        }
        final PlotAxis vertical = PlotAxis.around(strain.quantity(), extreme(series, -1), extreme(series, 1));
        final String title = (bands ? "Mean ± SD" : "Mean") + " over the points of each region";
        return new PlotPicture(List.of(new Plot(title, axis(x), vertical, series)), HEIGHT).render();
    }

    private PlotAxis axis(final double[] x) {
        if (timed) {
            return PlotAxis.around("Time [h]", Arrays.stream(x).min().orElse(Double.NaN),
                Arrays.stream(x).max().orElse(Double.NaN));
        }
        final List<String> names = new ArrayList<>();
        if (fromReference) {
            names.add(strain.steps().get(0).pair().reference().toString());
        }
        strain.steps().forEach(step -> names.add(strain.name(step)));
        return PlotAxis.of("Step", names);
    }

    private double value(final StrainStep step, final String region, final ToDoubleFunction<StrainStatistics> value) {
        final StrainStatistics found = strain.find(step, region);
        return found == null ? Double.NaN : value.applyAsDouble(found);
    }

    /** A number of every step, after that of the reference where it is drawn. */
    private double[] with(final double reference, final ToDoubleFunction<StrainStep> value) {
        final int first = fromReference ? 1 : 0;
        final double[] values = new double[strain.steps().size() + first];
        values[0] = reference;
        for (int i = 0; i < strain.steps().size(); i++) {
            values[i + first] = value.applyAsDouble(strain.steps().get(i));
        }
        return values;
    }

    /** The highest end of all bands for a sign of 1, the lowest for -1; NaN where there are none. */
    private static double extreme(final List<PlotSeries> series, final int sign) {
        return sign * series.stream().flatMapToDouble(line -> IntStream.range(0, line.y().length)
            .mapToDouble(i -> sign * line.y()[i] + line.reach(i))).filter(Double::isFinite).max()
            .orElse(Double.NaN);
    }
}
