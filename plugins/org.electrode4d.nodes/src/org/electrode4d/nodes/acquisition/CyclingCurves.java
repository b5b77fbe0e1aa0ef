// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.electrode4d.acquisition.cycler.CellVerdict;
import org.electrode4d.acquisition.cycler.ChargeCurve;
import org.electrode4d.acquisition.cycler.CyclingSeries;
import org.electrode4d.acquisition.cycler.PreTest;
import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotAxis;
import org.electrode4d.nodes.picture.PlotColours;
import org.electrode4d.nodes.picture.PlotPicture;
import org.electrode4d.nodes.picture.PlotSeries;
import org.electrode4d.nodes.picture.PlotSeries.Style;

/** Pictures of cycled cells, as Fig. S4 of Häusler et al. (2026). Shows up to 12 cells. */
final class CyclingCurves {

    private static final int HEIGHT = 170;
    private static final int TALL = 260;
    private static final Color GREY = new Color(0x8a8a8a);

    /** In which a current is a number that people like to read. */
    private record CurrentUnit(String symbol, double perAmpere) {
        static CurrentUnit of(final double largest) {
            if (largest < 1e-4) {
                return new CurrentUnit("µA", 1e6);
            }
            return largest < 1 ? new CurrentUnit("mA", 1e3) : new CurrentUnit("A", 1);
        }
    }

    private CyclingCurves() {
    }

    /**
     * Potential and current over time, one above the other.
     *
     * @param cells one line each
     * @param scans times of scans in seconds, drawn as upright lines; empty for none
     */
    static BufferedImage overTime(final List<CyclingSeries> cells, final double[] scans) {
        final List<CyclingSeries> drawn = cells.subList(0, Math.min(PlotColours.COUNT, cells.size()));
        final List<double[]> hours =
            drawn.stream().map(cell -> values(cell, i -> cell.time(i) / 3600)).toList();
        final PlotAxis time = axis("Time [h]", hours);
        final double[] marks = Arrays.stream(scans).map(s -> s / 3600).toArray();
        final List<double[]> potentials = drawn.stream().map(cell -> values(cell, cell::potential)).toList();
        final double largest = drawn.stream().flatMapToDouble(cell -> IntStream.range(0, cell.size())
            .mapToDouble(i -> Math.abs(cell.current(i)))).max().orElse(0);
        final CurrentUnit unit = CurrentUnit.of(largest);
        final List<double[]> currents =
            drawn.stream().map(cell -> values(cell, i -> unit.perAmpere * cell.current(i))).toList();
        return new PlotPicture(List.of(
            new Plot("Potential", time, axis("Potential [V]", potentials),
                lines(drawn, hours, potentials, marks)),
            new Plot("Current (positive charges)", time, axis("Current [" + unit.symbol + "]", currents),
                lines(drawn, hours, currents, marks))), HEIGHT).render();
    }

    /** Potential over charge of the first charge of each cell, with the median that they are compared with. */
    static BufferedImage overCharge(final PreTest test) {
        final List<CellVerdict> drawn = test.cells().subList(0, Math.min(PlotColours.COUNT, test.cells().size()));
        final List<PlotSeries> series = new ArrayList<>();
        final List<double[]> charges = new ArrayList<>();
        final List<double[]> potentials = new ArrayList<>();
        for (final CellVerdict cell : drawn) {
            final double[] charge = charge(cell.curve());
            charges.add(charge);
            potentials.add(cell.curve().potential());
            series.add(line(cell.name() + " (" + cell.outcome().label() + ")", PlotColours.of(series.size()), charge,
                cell.curve().potential()));
        }
        final double[] middle = charge(test.median());
        series.add(line("Median", GREY, middle, test.median().potential()));
        return new PlotPicture(List.of(new Plot("First charge", axis("Charge [mAh]", charges),
            axis("Potential [V]", potentials), series)), TALL).render();
    }

    private static double[] charge(final ChargeCurve curve) {
        return Arrays.stream(curve.charge()).map(c -> c / CyclingColumns.COULOMB_PER_MAH).toArray();
    }

    private static double[] values(final CyclingSeries cell, final IntToDoubleFunction value) {
        return IntStream.range(0, cell.size()).mapToDouble(value).toArray();
    }

    private static PlotAxis axis(final String label, final List<double[]> values) {
        return PlotAxis.around(label,
            values.stream().flatMapToDouble(Arrays::stream).min().orElse(Double.NaN),
            values.stream().flatMapToDouble(Arrays::stream).max().orElse(Double.NaN));
    }

    private static List<PlotSeries> lines(final List<CyclingSeries> cells, final List<double[]> x,
        final List<double[]> y, final double[] scans) {
        final List<PlotSeries> lines = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            lines.add(line(cells.get(i).name(), PlotColours.of(i), x.get(i), y.get(i)));
        }
        if (scans.length > 0) {
            lines.add(upright("Scan", scans, axis("", y)));
        }
        return lines;
    }

    private static PlotSeries line(final String name, final Color colour, final double[] x, final double[] y) {
        final int[] kept = ThinnedLine.of(x, y);
        return new PlotSeries(name, colour, Arrays.stream(kept).mapToDouble(i -> x[i]).toArray(),
            Arrays.stream(kept).mapToDouble(i -> y[i]).toArray(), Style.LINE);
    }

    /** Lines from the bottom to the top, with a break after each. */
    private static PlotSeries upright(final String name, final double[] at, final PlotAxis axis) {
        final double[] x = new double[3 * at.length];
        final double[] y = new double[3 * at.length];
        for (int i = 0; i < at.length; i++) {
            Arrays.fill(x, 3 * i, 3 * i + 3, at[i]);
            y[3 * i] = axis.from();
            y[3 * i + 1] = axis.to();
            y[3 * i + 2] = Double.NaN;
        }
        return new PlotSeries(name, GREY, x, y, Style.LINE);
    }
}
