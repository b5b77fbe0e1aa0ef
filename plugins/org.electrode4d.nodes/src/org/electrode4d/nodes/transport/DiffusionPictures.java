// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.picture.NumberText;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotAxis;
import org.electrode4d.nodes.picture.PlotColours;
import org.electrode4d.nodes.picture.PlotPicture;
import org.electrode4d.nodes.picture.PlotSeries;
import org.electrode4d.nodes.picture.SlicePlane;
import org.electrode4d.transport.diffusion.DiffusionResult;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.picture.ColourMap;
import org.electrode4d.volume.picture.ValueRange;

/** Pictures as in Fig. 8 of Vorauer et al. (2020): maps at some times, and the concentration at probes over time. */
final class DiffusionPictures {

    private static final int HEIGHT = 240;
    /** Decades of time before the end that a plot shows at most. */
    private static final int DECADES = 8;
    /** Of the final mean: curves are shown from where it has come so far. */
    private static final double BEGUN = 1e-3;

    private final SlicePlane plane;
    private final double position;
    private final double source;
    private final List<PictureTable.Drawing> drawings = new ArrayList<>();

    /** @param source concentration of the source, where colours end */
    DiffusionPictures(final SlicePlane plane, final double position, final double source) {
        this.plane = plane;
        this.position = position;
        this.source = source;
    }

    /** @param maps of the scan, which are read again when they are drawn */
    void add(final DiffusedScan scan, final List<VolumeCell> maps) {
        final String name = scan.step().name();
        for (int i = 0; i < scan.times().length; i++) {
            final VolumeCell map = maps.get(i);
            final String time = NumberText.of(scan.times()[i]) + " s";
            drawings.add(new PictureTable.Drawing("Li concentration of " + name + " after " + time,
                scan.fileName() + "-" + time,
                () -> map(map.getVolume(), name + " after " + time)));
        }
        final PlotPicture curves = curves(scan);
        drawings.add(new PictureTable.Drawing("Li concentration of " + name + " over time",
            scan.fileName() + "-curves",
            curves::render));
    }

    private BufferedImage map(final Volume map, final String title) {
        return plane.within(map).slice(map, position).withColours(ColourMap.VIRIDIS).withRange(new ValueRange(0, source))
            .withUnit("[mol/L]").withTitle(title).render();
    }

    List<PictureTable.Drawing> drawings() {
        return drawings;
    }

    private PlotPicture curves(final DiffusedScan scan) {
        final DiffusionResult result = scan.outcome().result();
        final int last = result.times().length - 1;
        int first = 1;
        while (first < last && result.mean()[first] < BEGUN * result.mean()[last]) {
            first++;
        }
        final double end = Math.log10(result.times()[last]);
        final double start = Math.max(end - DECADES, Math.min(end - 1, Math.log10(result.times()[first])));
        final List<PlotSeries> lines = new ArrayList<>();
        for (int probe = 0; probe < scan.probes().size(); probe++) {
            lines.add(line(scan.probes().get(probe).name(), lines.size(), result.times(), result.curves().get(probe)));
        }
        lines.add(line(DiffusedScan.MEAN, lines.size(), result.times(), result.mean()));
        return new PlotPicture(List.of(new Plot("Lithium in " + scan.step().name(), decades(start, end),
            PlotAxis.exactly("Concentration [mol/L]", 0, 1.05 * source), lines)), HEIGHT);
    }

    private static PlotSeries line(final String name, final int index, final double[] times, final double[] values) {
        final double[] x = new double[times.length - 1];
        final double[] y = new double[times.length - 1];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.log10(times[i + 1]);
            y[i] = values[i + 1];
        }
        return new PlotSeries(name, PlotColours.of(index), x, y, PlotSeries.Style.LINE);
    }

    private static PlotAxis decades(final double start, final double end) {
        final List<PlotAxis.Tick> ticks = new ArrayList<>();
        for (int decade = (int)Math.ceil(start); decade <= end; decade++) {
            ticks.add(new PlotAxis.Tick(decade, decade < -3 || decade > 4 ? "1e" + decade
                : BigDecimal.ONE.scaleByPowerOfTen(decade).toPlainString()));
        }
        return new PlotAxis("Time [s]", start, end, ticks);
    }
}
