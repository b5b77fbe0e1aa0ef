// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotAxis;
import org.electrode4d.nodes.picture.PlotColours;
import org.electrode4d.nodes.picture.PlotPicture;
import org.electrode4d.nodes.picture.PlotSeries;
import org.electrode4d.nodes.picture.PlotSeries.Style;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.transport.phase.RepresentativeVolume;
import org.electrode4d.transport.phase.SizeStatistics;

/** A quantity against the size of sub-volumes, with its scatter as a band; and its coefficient of variation below. */
final class RepresentativePlot {

    private static final int HEIGHT = 200;
    private static final Color LIMIT = new Color(0x9a9a9a);

    private final RepresentativeQuantity quantity;
    private final double tolerance;
    private final List<ScanStep> scans = new ArrayList<>();
    private final List<RepresentativeVolume> studies = new ArrayList<>();

    /** @param tolerance of the coefficient of variation in % */
    RepresentativePlot(final RepresentativeQuantity quantity, final double tolerance) {
        this.quantity = quantity;
        this.tolerance = tolerance;
    }

    void add(final ScanStep scan, final RepresentativeVolume study) {
        scans.add(scan);
        studies.add(study);
    }

    List<PictureTable.Drawing> drawings() {
        return studies.isEmpty() ? List.of() : List.of(new PictureTable.Drawing(
            "Mean ± SD and coefficient of variation by the edge of sub-volumes", "", () -> picture().render()));
    }

    private PlotPicture picture() {
        final List<PlotSeries> means = new ArrayList<>();
        final List<PlotSeries> variations = new ArrayList<>();
        for (int i = 0; i < scans.size(); i++) {
            final RepresentativeVolume study = studies.get(i);
            final String name = scans.get(i).name();
            final Color colour = PlotColours.of(i);
            means.add(new PlotSeries(name, colour, values(study, size -> size.size().edge()),
                values(study, size -> quantity.inUnit(size.mean())),
                values(study, size -> quantity.inUnit(size.standardDeviation())), Style.MARKERS));
            variations.add(new PlotSeries(name, colour, values(study, size -> size.size().edge()),
                values(study, SizeStatistics::coefficientOfVariation), Style.MARKERS));
        }
        final PlotAxis edges = PlotAxis.exactly("Edge of sub-volumes [µm]", 0, 1.05 * extreme(edges(means), 1));
        final PlotAxis variation = PlotAxis.exactly("Coefficient of variation [%]", 0,
            1.1 * Math.max(tolerance, Math.max(0, extreme(variations, 1))));
        variations.add(new PlotSeries("", LIMIT, new double[]{0, edges.to()}, new double[]{tolerance, tolerance},
            Style.LINE));
        return new PlotPicture(List.of(new Plot("Mean ± SD of sub-volumes", edges,
            PlotAxis.around(quantity.column(""), extreme(means, -1), extreme(means, 1)), means),
            new Plot("Scatter, and the tolerance", edges, variation, variations)), HEIGHT);
    }

    private static double[] values(final RepresentativeVolume study, final ToDoubleFunction<SizeStatistics> value) {
        return study.sizes().stream().mapToDouble(value).toArray();
    }

    private static List<PlotSeries> edges(final List<PlotSeries> lines) {
        return lines.stream().map(line -> new PlotSeries("", LIMIT, line.x(), line.x(), Style.LINE)).toList();
    }

    /** The highest end of all bands for a sign of 1, the lowest for -1; NaN where there are none. */
    private static double extreme(final List<PlotSeries> series, final int sign) {
        return sign * series.stream().flatMapToDouble(line -> IntStream.range(0, line.y().length)
            .mapToDouble(i -> sign * line.y()[i] + line.reach(i))).filter(Double::isFinite).max().orElse(Double.NaN);
    }
}
