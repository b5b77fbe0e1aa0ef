// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotAxis;
import org.electrode4d.nodes.picture.PlotColours;
import org.electrode4d.nodes.picture.PlotPicture;
import org.electrode4d.nodes.picture.PlotSeries;
import org.electrode4d.transport.lithiation.LithiationState;
import org.electrode4d.transport.lithiation.ParticleLithiation;

/** Pictures of computed particles, as Fig. 3 c, f and i of Müller et al. (2021). */
final class LithiationPlots {

    private static final int HEIGHT = 220;
    private static final int BINS = 60;

    private final List<PictureTable.Drawing> drawings = new ArrayList<>();

    /** Draws when it is written, from numbers alone: meshes and solutions are not kept. */
    void add(final LithiationCase computed) {
        final ParticleLithiation lithiation = computed.lithiation();
        if (!lithiation.runs().isEmpty()) {
            add(computed, "Distribution of the state of charge", "distribution", distribution(computed));
            add(computed, "Over-potential against the rate", "overpotential", overpotential(computed));
            add(computed, "Limits of steady currents", "limits", limits(computed));
        }
    }

    private void add(final LithiationCase computed, final String shows, final String suffix, final Plot plot) {
        drawings.add(new PictureTable.Drawing(shows + " of " + computed.title(), suffix + "-" + computed.suffix(),
            () -> new PlotPicture(List.of(plot), HEIGHT).render()));
    }

    List<PictureTable.Drawing> drawings() {
        return drawings;
    }

    private static Plot distribution(final LithiationCase computed) {
        double from = 1;
        double to = 0;
        for (final ParticleLithiation.Run run : computed.lithiation().runs()) {
            from = Math.min(from, run.state().min());
            to = Math.max(to, run.state().max());
        }
        to = Math.max(to, from + 1e-6);
        final List<PlotSeries> lines = new ArrayList<>();
        double highest = 0;
        for (final ParticleLithiation.Run run : computed.lithiation().runs()) {
            final double[] shares = run.state().distribution().histogram(from, to, BINS);
            final double[] x = new double[2 * BINS];
            final double[] y = new double[2 * BINS];
            for (int i = 0; i < x.length; i++) {
                x[i] = 100 * (from + (to - from) * ((i + 1) / 2) / BINS);
                y[i] = 100 * shares[i / 2];
                highest = Math.max(highest, y[i]);
            }
            lines.add(new PlotSeries(run.protocol().rate() + " C", PlotColours.of(lines.size()), x, y,
                PlotSeries.Style.OUTLINE));
        }
        return new Plot(computed.title(), PlotAxis.exactly("State of charge [%]", 100 * from, 100 * to),
            PlotAxis.exactly("Part of the volume [%]", 0, 1.15 * highest), lines);
    }

    private static Plot overpotential(final LithiationCase computed) {
        final List<ParticleLithiation.Run> runs = computed.lithiation().runs().stream()
            .sorted((a, b) -> Double.compare(a.protocol().rate(), b.protocol().rate())).toList();
        final double[] x = runs.stream().mapToDouble(run -> run.protocol().rate()).toArray();
        final List<PlotSeries> lines = new ArrayList<>();
        lines.add(new PlotSeries("As measured", PlotColours.of(0), x,
            runs.stream().mapToDouble(run -> millivolts(run.state())).toArray(), PlotSeries.Style.MARKERS));
        if (runs.get(0).withoutSei().isPresent()) {
            lines.add(new PlotSeries("Without SEI", PlotColours.of(1), x,
                runs.stream().mapToDouble(run -> millivolts(run.withoutSei().orElseThrow())).toArray(),
                PlotSeries.Style.MARKERS));
        }
        return new Plot(computed.title(), PlotAxis.around("Rate [C]", x[0], x[x.length - 1]),
            PlotAxis.exactly("Over-potential [mV]", 0, 1.15 * highest(lines)), lines);
    }

    private static double millivolts(final LithiationState state) {
        return 1000 * Math.abs(state.overpotential());
    }

    private static double highest(final List<PlotSeries> lines) {
        return lines.stream().flatMapToDouble(line -> Arrays.stream(line.y())).filter(Double::isFinite).max().orElse(1);
    }

    private static Plot limits(final LithiationCase computed) {
        final ParticleLithiation lithiation = computed.lithiation();
        final double[] rates = LithiationTables.curveRates(lithiation);
        final List<PlotSeries> lines = List.of(
            new PlotSeries("Ions", PlotColours.of(0), rates, Arrays.stream(rates)
                .map(rate -> 1000 * lithiation.ionicOverpotential(rate)).toArray(), PlotSeries.Style.LINE),
            new PlotSeries("Electrons", PlotColours.of(1), rates, Arrays.stream(rates)
                .map(rate -> 1000 * lithiation.electronicOverpotential(rate)).toArray(), PlotSeries.Style.LINE));
        return new Plot(computed.title(), PlotAxis.exactly("Rate [C]", 0, rates[rates.length - 1]),
            PlotAxis.exactly("Over-potential [mV]", 0, 1.15 * highest(lines)), lines);
    }
}
