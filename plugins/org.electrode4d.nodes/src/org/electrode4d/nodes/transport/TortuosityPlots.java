// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.electrode4d.nodes.picture.NumberText;
import org.electrode4d.nodes.picture.PictureTable.Drawing;
import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotAxis;
import org.electrode4d.nodes.picture.PlotColours;
import org.electrode4d.nodes.picture.PlotPicture;
import org.electrode4d.nodes.picture.PlotSeries;
import org.electrode4d.nodes.picture.PlotSeries.Style;
import org.electrode4d.transport.geodesic.DepthInterval;

/**
 * Mean tortuosity and connections against depth, a line per scan: as Fig. 6 a and b of Vorauer et al. (2020).
 *
 * @param scans in the order of the series
 * @param connections what counts as one
 */
record TortuosityPlots(List<TortuosityScan> scans, TortuosityConnections connections) {

    private static final int HEIGHT = 240;

    /** Ticks within a power of ten, where there is room for more than the power itself. */
    private static final double[] DIGITS = {1, 1.2, 1.5, 2, 3, 5, 7};

    /** Below this many decades all digits are written, below the next 1, 2 and 5. */
    private static final double NARROW = 1.2;

    private static final double WIDE = 3;

    List<Drawing> drawings() {
        return scans.isEmpty() ? List.of() : List.of(
            new Drawing("Mean tortuosity against depth", "mean", this::renderTortuosity),
            new Drawing(connections.title + " against depth", "connections", this::renderConnections));
    }

    private BufferedImage renderTortuosity() {
        final List<PlotSeries> lines = new ArrayList<>();
        for (int i = 0; i < scans.size(); i++) {
            lines.add(tortuosity(scans.get(i), i));
        }
        final boolean bracket = scans.get(0).results().size() > 1;
        final String title = bracket ? "Mean tortuosity, from fast marching to 26 neighbours" : "Mean tortuosity, "
            + scans.get(0).results().get(0).metric().title();
        return render(new Plot(title, depth(), logarithmic("Mean tortuosity [-]", extreme(lines, 1)), lines));
    }

    /** In powers of ten; the line is broken where nothing is reached, and a bracket is a band. */
    private static PlotSeries tortuosity(final TortuosityScan scan, final int index) {
        final double[] lower = logarithms(scan.results().get(0).profile());
        final double[] upper = logarithms(scan.results().get(scan.results().size() - 1).profile());
        final double[] middle = new double[lower.length];
        final double[] half = new double[lower.length];
        for (int i = 0; i < lower.length; i++) {
            middle[i] = (lower[i] + upper[i]) / 2;
            half[i] = Math.abs(upper[i] - lower[i]) / 2;
        }
        return new PlotSeries(scan.step().name(), PlotColours.of(index), depths(scan), middle, half, Style.LINE);
    }

    private static double[] logarithms(final List<DepthInterval> profile) {
        return profile.stream().mapToDouble(interval -> interval.tortuosity().mean())
            .map(mean -> Double.isInfinite(mean) ? Double.NaN : Math.log10(mean)).toArray();
    }

    private BufferedImage renderConnections() {
        final List<PlotSeries> lines = new ArrayList<>();
        for (int i = 0; i < scans.size(); i++) {
            final double[] counts = scans.get(i).results().get(0).profile().stream()
                .mapToDouble(interval -> connections.count.applyAsDouble(interval.connections())).toArray();
            lines.add(new PlotSeries(scans.get(i).step().name(), PlotColours.of(i), depths(scans.get(i)), counts,
                Style.LINE));
        }
        return render(new Plot(connections.title + " per slice", depth(),
            PlotAxis.around(connections.title, 0, Math.max(1, extreme(lines, 1))), lines));
    }

    private static BufferedImage render(final Plot plot) {
        return new PlotPicture(List.of(plot), HEIGHT).render();
    }

    private PlotAxis depth() {
        return PlotAxis.around("Depth [µm]", 0, scans.stream().flatMapToDouble(scan -> Arrays.stream(depths(scan)))
            .max().orElse(Double.NaN));
    }

    private static double[] depths(final TortuosityScan scan) {
        return scan.results().get(0).profile().stream().mapToDouble(DepthInterval::depth).toArray();
    }

    private static double extreme(final List<PlotSeries> lines, final int sign) {
        double extreme = 0;
        for (final PlotSeries line : lines) {
            for (int i = 0; i < line.y().length; i++) {
                final double end = sign * line.y()[i] + line.reach(i);
                extreme = end > extreme ? end : extreme;
            }
        }
        return extreme;
    }

    /** From 1 to a power of ten, at least to 1.2. */
    private static PlotAxis logarithmic(final String label, final double largest) {
        final double to = Math.max(largest, Math.log10(1.2)) * 1.04;
        final List<PlotAxis.Tick> ticks = new ArrayList<>();
        for (int decade = 0; decade <= to; decade++) {
            for (final double digit : DIGITS) {
                final boolean isWritten = digit == 1 || to < NARROW || to < WIDE && (digit == 2 || digit == 5);
                final double at = decade + Math.log10(digit);
                if (isWritten && at <= to) {
                    ticks.add(new PlotAxis.Tick(at, NumberText.of(digit * Math.pow(10, decade))));
                }
            }
        }
        return new PlotAxis(label, -0.02 * to, to, ticks);
    }
}
