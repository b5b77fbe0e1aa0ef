// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.electrode4d.nodes.picture.NumberText;
import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotAxis;
import org.electrode4d.nodes.picture.PlotPicture;
import org.electrode4d.nodes.picture.PlotSeries;
import org.electrode4d.nodes.picture.PlotSeries.Style;
import org.electrode4d.segmentation.particle.SizeBin;
import org.electrode4d.segmentation.particle.SizeWeighting;
import org.electrode4d.volume.picture.ColourMap;

/**
 * Histograms of sizes and below them the cumulative curves, with a line per distribution from dark to light.
 *
 * @param histograms by name, with the same bins; at least one
 * @param sizes what the sizes are, with their unit
 */
record SizePlot(Map<String, List<SizeBin>> histograms, String sizes, boolean logarithmic) {

    private static final int HEIGHT = 160;
    private static final double HEADROOM = 1.15;
    private static final double LIGHTEST = 0.9;
    private static final double[] ROUND = {1, 2, 5};

    BufferedImage render(final SizeWeighting weighting) {
        final List<PlotSeries> outlines = new ArrayList<>();
        final List<PlotSeries> curves = new ArrayList<>();
        histograms.forEach((name, bins) -> {
            final double part = LIGHTEST * outlines.size() / Math.max(1, histograms.size() - 1);
            final Color colour = new Color(ColourMap.VIRIDIS.rgb(part));
            outlines.add(outline(name, colour, bins, weighting));
            curves.add(curve(name, colour, bins, weighting));
        });
        final double highest =
            outlines.stream().flatMapToDouble(line -> Arrays.stream(line.y())).filter(Double::isFinite).max().orElse(0);
        final String what = weighting == SizeWeighting.NUMBER ? "particles" : "volume";
        final PlotAxis horizontal = axis();
        return new PlotPicture(List.of(
            new Plot("Part of " + what + " per bin", horizontal,
                PlotAxis.exactly("Part [%]", 0, highest > 0 ? HEADROOM * highest : 1), outlines),
            new Plot("Part of " + what + " in smaller particles", horizontal,
                PlotAxis.exactly("Cumulative [%]", 0, 100), curves)), HEIGHT).render();
    }

    private double place(final double size) {
        return logarithmic ? Math.log10(size) : size;
    }

    private PlotSeries outline(final String name, final Color colour, final List<SizeBin> bins,
        final SizeWeighting weighting) {
        final double[] x = new double[2 * bins.size() + 2];
        final double[] y = new double[x.length];
        for (int i = 0; i < bins.size(); i++) {
            x[2 * i] = place(bins.get(i).from());
            x[2 * i + 1] = x[2 * i];
            y[2 * i + 1] = 100 * bins.get(i).part(weighting);
            y[2 * i + 2] = y[2 * i + 1];
        }
        x[x.length - 2] = place(bins.get(bins.size() - 1).to());
        x[x.length - 1] = x[x.length - 2];
        return new PlotSeries(name, colour, x, y, Style.OUTLINE);
    }

    private PlotSeries curve(final String name, final Color colour, final List<SizeBin> bins,
        final SizeWeighting weighting) {
        final double[] x = new double[bins.size() + 1];
        final double[] y = new double[x.length];
        x[0] = place(bins.get(0).from());
        for (int i = 0; i < bins.size(); i++) {
            x[i + 1] = place(bins.get(i).to());
            y[i + 1] = y[i] + 100 * bins.get(i).part(weighting);
        }
        return new PlotSeries(name, colour, x, y, Style.LINE);
    }

    private PlotAxis axis() {
        final List<SizeBin> bins = histograms.values().iterator().next();
        final double from = bins.get(0).from();
        final double to = bins.get(bins.size() - 1).to();
        if (!logarithmic) {
            return PlotAxis.exactly(sizes, from, to);
        }
        final List<PlotAxis.Tick> ticks = new ArrayList<>();
        for (double decade = Math.pow(10, Math.floor(Math.log10(from))); decade <= to; decade *= 10) {
            for (final double round : ROUND) {
                final double tick = decade * round;
                if (tick >= from && tick <= to) {
                    ticks.add(new PlotAxis.Tick(place(tick), NumberText.of(tick)));
                }
            }
        }
        return new PlotAxis(sizes, place(from), place(to), ticks);
    }
}
