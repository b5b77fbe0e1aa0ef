// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotAxis;
import org.electrode4d.nodes.picture.PlotColours;
import org.electrode4d.nodes.picture.PlotPicture;
import org.electrode4d.nodes.picture.PlotSeries;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.segmentation.coverage.Cover;
import org.electrode4d.segmentation.coverage.ParticleCoverage;

/** Pictures of covered surfaces, as Fig. 2 g and h of Müller et al. (2021). */
final class CoveragePlots {

    private static final int HEIGHT = 220;

    private final int bins;
    private final List<ScanStep> scans = new ArrayList<>();
    private final List<ParticleCoverage> totals = new ArrayList<>();

    CoveragePlots(final int bins) {
        this.bins = bins;
    }

    void add(final ScanStep scan, final ParticleCoverage total) {
        if (total.area() > 0) {
            scans.add(scan);
            totals.add(total);
        }
    }

    /** Shares over the steps, and the histogram where there is SEI. */
    List<PictureTable.Drawing> drawings() {
        final List<PictureTable.Drawing> drawings = new ArrayList<>();
        if (!totals.isEmpty()) {
            drawings.add(new PictureTable.Drawing("Part of the surface under each cover", "shares",
                () -> shares().render()));
        }
        if (totals.stream().anyMatch(total -> total.sei().rays() > 0)) {
            drawings.add(new PictureTable.Drawing("Thickness of the SEI by area", "sei", () -> histogram().render()));
        }
        return drawings;
    }

    private PlotPicture shares() {
        final double[] x = new double[totals.size()];
        Arrays.setAll(x, i -> i);
        final List<PlotSeries> lines = new ArrayList<>();
        for (final Cover cover : Cover.values()) {
            lines.add(new PlotSeries(cover.label(), PlotColours.of(lines.size()), x,
                totals.stream().mapToDouble(total -> total.share(cover)).toArray(), PlotSeries.Style.MARKERS));
        }
        return new PlotPicture(List.of(new Plot("Surface of all particles",
            PlotAxis.of("Step", scans.stream().map(ScanStep::name).toList()),
            PlotAxis.exactly("Part of the area [%]", 0, 100), lines)), HEIGHT);
    }

    private PlotPicture histogram() {
        final List<PlotSeries> lines = new ArrayList<>();
        double highest = 0;
        double end = 0;
        for (int i = 0; i < totals.size(); i++) {
            final double[] areas = CoverageTables.rebinned(totals.get(i).histogram(), bins);
            final double all = Arrays.stream(areas).sum();
            if (all > 0) {
                final double[] y = Arrays.stream(areas).map(area -> 100 * area / all).toArray();
                end = totals.get(i).histogramEnd();
                highest = Math.max(highest, Arrays.stream(y).max().orElse(0));
                lines.add(outline(scans.get(i).name(), lines.size(), y, end / bins));
            }
        }
        return new PlotPicture(List.of(new Plot("SEI-covered surface of all particles",
            PlotAxis.exactly("SEI thickness [nm]", 0, end),
            PlotAxis.exactly("Part of the SEI-covered area [%]", 0, 1.15 * highest), lines)), HEIGHT);
    }

    private static PlotSeries outline(final String name, final int index, final double[] heights, final double width) {
        final double[] x = new double[2 * heights.length];
        final double[] y = new double[x.length];
        for (int bin = 0; bin < heights.length; bin++) {
            x[2 * bin] = bin * width;
            x[2 * bin + 1] = (bin + 1) * width;
            y[2 * bin] = heights[bin];
            y[2 * bin + 1] = heights[bin];
        }
        return new PlotSeries(name, PlotColours.of(index), x, y, PlotSeries.Style.OUTLINE);
    }
}
