// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotAxis;
import org.electrode4d.nodes.picture.PlotColours;
import org.electrode4d.nodes.picture.PlotPicture;
import org.electrode4d.nodes.picture.PlotSeries;
import org.electrode4d.transport.proximity.DistanceDistribution;

/**
 * How distances are distributed: a curve per scan with a disc at its mean, and a panel per direction, as Fig. 7 of
 * Vorauer et al. (2020).
 */
final class DistancePlots {

    private static final int HEIGHT = 170;
    private static final double HEADROOM = 1.1;

    private final List<Panel> panels = List.of(new Panel(true), new Panel(false));

    /** The curves of a direction. */
    private static final class Panel {
        private final boolean there;
        private final List<PlotSeries> curves = new ArrayList<>();
        private final List<PlotSeries> means = new ArrayList<>();
        private String title = "";
        private double end;
        private double highest;

        Panel(final boolean there) {
            this.there = there;
        }

        void add(final MeasuredDistances scan) {
            final DistanceDistribution distances = scan.distances(there);
            final double[] x = IntStream.range(0, distances.bins()).mapToDouble(bin -> (bin + 0.5) * scan.binWidth())
                .toArray();
            final double[] y = IntStream.range(0, distances.bins())
                .mapToDouble(bin -> distances.share(bin) / scan.binWidth()).toArray();
            title = "From " + scan.from(there) + " to " + scan.from(!there) + " (discs: means)";
            end = Math.max(end, y.length * scan.binWidth());
            for (final double density : y) {
                highest = Math.max(highest, density);
            }
            means.add(new PlotSeries("", PlotColours.of(curves.size()), new double[]{distances.mean()},
                new double[]{onCurve(y, distances.mean() / scan.binWidth() - 0.5)}, PlotSeries.Style.MARKERS));
            curves.add(new PlotSeries(scan.step().name(), PlotColours.of(curves.size()), x, y, PlotSeries.Style.LINE));
        }

        /** The height of a curve between the middles of two bins. */
        private static double onCurve(final double[] y, final double place) {
            final int lower = (int)Math.max(0, Math.min(place, y.length - 1));
            final int upper = Math.min(lower + 1, y.length - 1);
            final double part = Math.max(0, Math.min(1, place - lower));
            return y[lower] + part * (y[upper] - y[lower]);
        }

        Plot plot() {
            final List<PlotSeries> all = new ArrayList<>(means);
            all.addAll(curves);
            return new Plot(title, PlotAxis.exactly("Distance [µm]", 0, end),
                PlotAxis.exactly("Density [1/µm]", 0, HEADROOM * highest), all);
        }
    }

    void add(final MeasuredDistances scan) {
        if (scan.there().count() > 0) {
            panels.forEach(panel -> panel.add(scan));
        }
    }

    /** One picture, or none where no scan has distances. */
    List<PictureTable.Drawing> drawings() {
        if (panels.get(0).curves.isEmpty()) {
            return List.of();
        }
        return List.of(new PictureTable.Drawing("Distances between the phases", "",
            () -> new PlotPicture(panels.stream().map(Panel::plot).toList(), HEIGHT).render()));
    }
}
