// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotAxis;
import org.electrode4d.nodes.picture.PlotColours;
import org.electrode4d.nodes.picture.PlotPicture;
import org.electrode4d.nodes.picture.PlotSeries;
import org.electrode4d.nodes.table.AxisChoice;

/**
 * Mean concentration and percolating fraction along the axis, one line per scan: where the concentration falls steeply,
 * the way is narrow or long. Below them the difference of the flux from its mean, which shows how well it is solved.
 */
record FluxPlot(List<FluxScan> scans, AxisChoice axis) {

    private static final int HEIGHT = 150;

    BufferedImage render() {
        final PlotAxis along = PlotAxis.exactly("Position along " + axis.letter() + " [µm]",
            scans.stream().mapToDouble(scan -> scan.position(0) - scan.spacing() / 2).min().orElse(0),
            scans.stream().mapToDouble(scan -> scan.position(layers(scan)) - scan.spacing() / 2).max().orElse(1));
        final List<PlotSeries> concentrations = lines((scan, i) -> scan.result().layers().concentrations()[i]);
        final List<PlotSeries> fractions = lines((scan, i) -> 100 * scan.result().layers().percolatingFractions()[i]);
        final List<PlotSeries> fluxes = lines((scan, i) -> scan.result().effectiveDiffusivity() > 0
            ? 1e6 * (scan.result().layers().diffusivityBefore(i + 1) / scan.result().effectiveDiffusivity() - 1)
            : Double.NaN);
        final double[] differences = fluxes.stream().flatMapToDouble(line -> Arrays.stream(line.y()))
            .filter(Double::isFinite).toArray();
        final double largest = Arrays.stream(differences).map(Math::abs).max().orElse(1);
        return new PlotPicture(List.of(
            new Plot("Concentration in the conducting phase", along, PlotAxis.exactly("Mean of layer [-]", 0, 1),
                concentrations),
            new Plot("Part of the section that percolates", along, PlotAxis.exactly("Fraction [%]", 0, 100), fractions),
            new Plot("Flux through the planes", along,
                PlotAxis.around("From the mean [10⁻⁶]", -largest, largest), fluxes)), HEIGHT).render();
    }

    private static int layers(final FluxScan scan) {
        return scan.result().layers().concentrations().length;
    }

    private List<PlotSeries> lines(final ToDoubleBiFunction<FluxScan, Integer> value) {
        final List<PlotSeries> lines = new ArrayList<>();
        for (final FluxScan scan : scans) {
            final double[] x = IntStream.range(0, layers(scan)).mapToDouble(scan::position).toArray();
            final double[] y = IntStream.range(0, layers(scan)).mapToDouble(i -> value.applyAsDouble(scan, i))
                .toArray();
            lines.add(new PlotSeries(scan.step().name(), PlotColours.of(lines.size()), x, y, PlotSeries.Style.LINE));
        }
        return lines;
    }
}
