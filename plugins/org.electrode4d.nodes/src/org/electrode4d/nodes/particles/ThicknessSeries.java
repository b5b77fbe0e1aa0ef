// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotAxis;
import org.electrode4d.nodes.picture.PlotColours;
import org.electrode4d.nodes.picture.PlotPicture;
import org.electrode4d.nodes.picture.PlotSeries;
import org.electrode4d.nodes.picture.SlicePlane;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.segmentation.thickness.SurfaceRoughness;
import org.electrode4d.segmentation.thickness.ThicknessMap;
import org.electrode4d.segmentation.thickness.ThicknessSettings;
import org.electrode4d.segmentation.thickness.ThicknessStatistics;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.node.ExecutionContext;

/** Thickness of one scan after the other; the first that has an electrode is what expansion refers to. */
final class ThicknessSeries {

    private static final int HEIGHT = 220;
    private static final int MAP_SIZE = 900;

    private final ThicknessSettings settings;
    private final ExecutionContext context;
    private final Warnings warnings;
    private final List<Step> steps = new ArrayList<>();

    private record Step(ScanStep scan, String picture, ThicknessStatistics statistics, VolumeCell map) {
    }

    ThicknessSeries(final ThicknessSettings settings, final ExecutionContext context, final Warnings warnings) {
        this.settings = settings;
        this.context = context;
        this.warnings = warnings;
    }

    /** Names of the columns of numbers after the map and the two counts. */
    static List<String> numbers() {
        return List.of("Thickness, mean [µm]", "Thickness, SD [µm]", "Thickness, minimum [µm]",
            "Thickness, median [µm]", "Thickness, maximum [µm]", "Expansion [%]", "Top Sa [µm]", "Top Sq [µm]",
            "Top Sz [µm]", "Bottom Sa [µm]", "Bottom Sq [µm]", "Bottom Sz [µm]");
    }

    /**
     * The cells of a scan: map, columns, columns without electrode, numbers.
     *
     * @param picture end of the name of its picture
     */
    List<DataCell> add(final ScanStep scan, final String picture, final Volume phases, final Progress progress)
        throws IOException {
        final ThicknessMap map = ThicknessMap.of(LabelVolume.of(phases), settings, progress.part(0, 0.9));
        if (map.isEmpty()) {
            warnings.add("No column of " + scan.name() + " holds electrode: its cells are missing. "
                + (settings.labels().length == 0 ? "All its labels are 0."
                    : "Label " + settings.labelText() + " is not there, or only in runs that are too short."));
            return Collections.nCopies(3 + numbers().size(), new MissingCell("There is no electrode in this scan."));
        }
        if (map.spansVolume()) {
            warnings.add("Every column of " + scan.name() + " is electrode from the first voxel to the last, so that "
                + "its thickness is the height of the volume. Set 'Labels of the electrode'; the pore is 1, not 0, in "
                + "phases of thresholds.");
        }
        final ThicknessStatistics statistics = map.statistics();
        final VolumeCell cell = VolumeStorage.store(new VolumeDisplay("µm", false).on(map.thickness()
            .withName("Thickness " + scan.name())), context, progress.part(0.9, 1));
        steps.add(new Step(scan, picture, statistics, cell));
        final List<DataCell> cells = new ArrayList<>(
            List.of(cell, new LongCell(statistics.columns()), new LongCell(statistics.emptyColumns())));
        for (final double number : new double[]{statistics.mean(), statistics.standardDeviation(), statistics.min(),
            statistics.median(), statistics.max(), statistics.expansion(steps.get(0).statistics.mean())}) {
            cells.add(Cells.number(number));
        }
        for (final SurfaceRoughness rough : List.of(map.topRoughness(), map.bottomRoughness())) {
            cells.addAll(List.of(Cells.number(rough.sa()), Cells.number(rough.sq()), Cells.number(rough.sz())));
        }
        return cells;
    }

    /** What to tell the user where the first scan is not the reference, or null. */
    String warning(final ScanStep first) {
        return steps.isEmpty() || steps.get(0).scan.name().equals(first.name()) ? null : "The expansion refers to "
            + steps.get(0).scan.name() + ", the first scan with an electrode.";
    }

    /** Mean and scatter over the steps, and the map of every step. */
    List<PictureTable.Drawing> drawings() {
        final List<PictureTable.Drawing> drawings = new ArrayList<>();
        if (steps.isEmpty()) {
            return drawings;
        }
        drawings.add(new PictureTable.Drawing("Thickness, mean ± SD over the columns", "mean", () -> plot().render()));
        for (final Step step : steps) {
            drawings.add(new PictureTable.Drawing("Thickness of " + step.scan.name() + " [µm]",
                "map-" + step.picture, () -> picture(step.map.getVolume())));
        }
        return drawings;
    }

    private static BufferedImage picture(final Volume map) throws IOException {
        return VolumeDisplay.of(map).slice(map, SlicePlane.XY, 50).withSize(MAP_SIZE).render();
    }

    private PlotPicture plot() {
        final boolean timed = steps.stream().noneMatch(step -> Double.isNaN(step.scan.hours()));
        final double[] x = new double[steps.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = timed ? steps.get(i).scan.hours() : i;
        }
        final double[] mean = values(ThicknessStatistics::mean);
        final double[] spread = values(ThicknessStatistics::standardDeviation);
        double least = mean[0];
        double most = mean[0];
        for (int i = 0; i < mean.length; i++) {
            least = Math.min(least, mean[i] - spread[i]);
            most = Math.max(most, mean[i] + spread[i]);
        }
        final PlotAxis horizontal = timed ? PlotAxis.around("Time [h]", x[0], x[x.length - 1])
            : PlotAxis.of("Step", steps.stream().map(step -> step.scan.name()).toList());
        return new PlotPicture(List.of(new Plot("Electrode thickness", horizontal,
            PlotAxis.around("Thickness [µm]", least, most), List.of(new PlotSeries("Mean ± SD", PlotColours.of(0),
                x, mean, spread, PlotSeries.Style.MARKERS)))), HEIGHT);
    }

    private double[] values(final ToDoubleFunction<ThicknessStatistics> value) {
        return steps.stream().mapToDouble(step -> value.applyAsDouble(step.statistics)).toArray();
    }
}
