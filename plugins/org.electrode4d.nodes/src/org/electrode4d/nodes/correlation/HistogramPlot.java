// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.electrode4d.correlation.HistogramBins;
import org.electrode4d.correlation.StrainStatistics;
import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotAxis;
import org.electrode4d.nodes.picture.PlotPicture;
import org.electrode4d.nodes.picture.PlotSeries;
import org.electrode4d.nodes.picture.PlotSeries.Style;
import org.electrode4d.volume.picture.ColourMap;

/**
 * Histograms of a component, with a panel per region and a line per step from dark to light, as in Fig. 3 e of Häusler
 * et al. (2026). Maxima are marked.
 */
final class HistogramPlot {

    private static final int HEIGHT = 130;
    private static final double HEADROOM = 1.15;
    private static final double LIGHTEST = 0.9;

    private final StrainSeries strain;

    HistogramPlot(final StrainSeries strain) {
        this.strain = strain;
    }

    BufferedImage render() {
        final List<String> regions = strain.regions();
        final List<List<PlotSeries>> panels = regions.stream().map(this::outlines).toList();
        final PlotAxis horizontal = valuesAxis(regions);
        final double highest = panels.stream().flatMap(List::stream).flatMapToDouble(s -> Arrays.stream(s.y())).max()
            .orElse(0);
        final PlotAxis vertical = PlotAxis.exactly("Part of points [%]", 0, highest > 0 ? HEADROOM * highest : 1);
        final List<Plot> plots = new ArrayList<>();
        for (int i = 0; i < panels.size(); i++) {
            plots.add(new Plot(regions.get(i), horizontal, vertical, panels.get(i)));
        }
        return new PlotPicture(plots, HEIGHT).render();
    }

    private List<PlotSeries> outlines(final String region) {
        final List<PlotSeries> series = new ArrayList<>();
        for (final StrainStep step : strain.steps()) {
            final double part = LIGHTEST * series.size() / Math.max(1, strain.steps().size() - 1);
            series.add(outline(strain.name(step), new Color(ColourMap.VIRIDIS.rgb(part)), strain.find(step, region)));
        }
        return series;
    }

    private static PlotSeries outline(final String name, final Color colour, final StrainStatistics s) {
        if (s == null || s.points() == 0) {
            return new PlotSeries(name, colour, new double[0], new double[0], Style.OUTLINE);
        }
        final int[] filled = IntStream.range(0, s.histogram().inBins().length)
            .filter(bin -> s.histogram().inBins()[bin] > 0).toArray();
        final int first = filled.length == 0 ? 0 : filled[0];
        final int bins = filled.length == 0 ? 0 : filled[filled.length - 1] + 1 - first;
        final double[] x = new double[2 * bins + 2];
        final double[] y = new double[x.length];
        for (int edge = 0; edge <= bins; edge++) {
            x[2 * edge] = s.histogram().bins().edge(first + edge);
            x[2 * edge + 1] = x[2 * edge];
        }
        for (int bin = 0; bin < bins; bin++) {
            y[2 * bin + 1] = 100.0 * s.histogram().inBins()[first + bin] / s.points();
            y[2 * bin + 2] = y[2 * bin + 1];
        }
        return new PlotSeries(name, colour, x, y, Style.OUTLINE);
    }

    /** From one bin before the first that holds something to one after the last. */
    private PlotAxis valuesAxis(final List<String> regions) {
        final List<HistogramBins.Counts> all = strain.steps().stream()
            .flatMap(step -> regions.stream().map(region -> strain.find(step, region))).filter(Objects::nonNull)
            .map(StrainStatistics::histogram).toList();
        final HistogramBins bins = all.get(0).bins();
        final int[] filled = IntStream.range(0, bins.count())
            .filter(bin -> all.stream().anyMatch(counts -> counts.inBins()[bin] > 0)).toArray();
        if (filled.length == 0) {
            return PlotAxis.exactly(strain.quantity(), bins.from(), bins.to());
        }
        return PlotAxis.exactly(strain.quantity(), bins.edge(Math.max(0, filled[0] - 1)),
            bins.edge(Math.min(bins.count(), filled[filled.length - 1] + 2)));
    }
}
