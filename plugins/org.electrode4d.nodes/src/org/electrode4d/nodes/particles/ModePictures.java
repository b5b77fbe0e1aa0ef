// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotAxis;
import org.electrode4d.nodes.picture.PlotColours;
import org.electrode4d.nodes.picture.PlotPicture;
import org.electrode4d.nodes.picture.PlotSeries;
import org.electrode4d.nodes.picture.SlicePlane;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.lithiation.LithiationMode;
import org.electrode4d.segmentation.lithiation.ParticleEvolution;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.picture.LabelSheet;
import org.electrode4d.volume.picture.SliceAxis;
import org.knime.core.data.DataTableSpec;

/**
 * Draws the residuals of the classes over the steps, and a slice in which particles have the colour of their class.
 *
 * @param particles that have a class
 * @param modes by label
 */
record ModePictures(List<ParticleEvolution> particles, Map<Integer, LithiationMode> modes) {

    private static final int HEIGHT = 240;
    private static final int EDGE = 64;

    /** Mean and standard deviation of the residual share of each class, over the steps. */
    PictureTable.Drawing evolution(final List<ModeScans.Step> steps) {
        return new PictureTable.Drawing("Residual share of the classes over the steps", "evolution", () -> {
            final List<PlotSeries> lines = new ArrayList<>();
            for (final LithiationMode mode : LithiationMode.values()) {
                final List<ParticleEvolution> of = particles.stream()
                    .filter(particle -> modes.get(particle.label()) == mode).toList();
                if (!of.isEmpty()) {
                    lines.add(line(mode, of, steps.size()));
                }
            }
            final double highest = lines.stream().flatMapToDouble(line -> IntStream.range(0, line.y().length)
                .mapToDouble(i -> line.y()[i] + line.reach(i))).filter(Double::isFinite).max().orElse(Double.NaN);
            return new PlotPicture(List.of(new Plot("Residual in particles, mean ± SD",
                PlotAxis.of("Step", steps.stream().map(step -> step.scan().name()).toList()),
                PlotAxis.around("Residual share [%]", 0, Math.min(100, highest)), lines)), HEIGHT).render();
        });
    }

    private static PlotSeries line(final LithiationMode mode, final List<ParticleEvolution> particles,
        final int steps) {
        final double[] mean = new double[steps];
        final double[] deviation = new double[steps];
        for (int i = 0; i < steps; i++) {
            final int step = i;
            final double[] shares = particles.stream().flatMap(particle -> particle.steps().get(step).stream())
                .mapToDouble(found -> 100 * found.shares().all()).filter(Double::isFinite).toArray();
            mean[i] = Arrays.stream(shares).average().orElse(Double.NaN);
            final double about = mean[i];
            deviation[i] = shares.length < 2 ? Double.NaN : Math.sqrt(
                Arrays.stream(shares).map(share -> (share - about) * (share - about)).sum() / (shares.length - 1));
        }
        return new PlotSeries(mode.title() + " (" + particles.size() + ")", PlotColours.of(mode.ordinal()),
            IntStream.range(0, steps).asDoubleStream().toArray(), mean, deviation, PlotSeries.Style.MARKERS);
    }

    /** A slice of a step. */
    PictureTable.Drawing slice(final ModeScans.Step step, final DataTableSpec spec,
        final LithiationModeNodeParameters parameters) {
        return new PictureTable.Drawing("Classes of particles at " + step.scan(), "classes",
            () -> render(step, spec, parameters));
    }

    private BufferedImage render(final ModeScans.Step step, final DataTableSpec spec,
        final LithiationModeNodeParameters parameters) throws IOException {
        final int residual = spec.findColumnIndex(parameters.m_residualColumn);
        final int scan = parameters.m_scanColumn.isEmpty() ? residual : spec.findColumnIndex(parameters.m_scanColumn);
        final Volume image = VolumeColumns.volume(step.row(), step.row().getCell(scan).isMissing() ? residual : scan);
        final Volume labels = VolumeColumns.volume(step.row(), spec.findColumnIndex(parameters.m_labelColumn));
        final SlicePlane plane = parameters.m_plane.within(image);
        final long index = Math.round(parameters.m_position * (image.shape().along(plane.axis()) - 1));
        return LabelSheet.of("Lithiation modes at " + step.scan() + ", " + plane.place(image, parameters.m_position),
            image, SliceAxis.values()[plane.axis()], index)
            .with("Classes", classes(labels), OptionalInt.of(0)).render();
    }

    /** Particles with the number of their class instead of their own, from 1; 0 where there is none. */
    private LabelVolume classes(final Volume labels) {
        final LabelVolume ids = LabelVolume.of(labels);
        final SortedMap<Integer, String> names = new TreeMap<>();
        for (final LithiationMode mode : LithiationMode.values()) {
            names.put(mode.ordinal() + 1, mode.title());
        }
        final Layout layout = new Layout(labels.shape(), VoxelType.UINT8, EDGE, EDGE, EDGE);
        return new LabelVolume(LazyVolume.load("Classes", layout, labels.voxelSize(), block -> numbers(ids, block)),
            names);
    }

    private byte[] numbers(final LabelVolume ids, final Block block) {
        final int[] values = new int[block.voxels()];
        ids.read(block, values);
        final byte[] numbers = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            final LithiationMode mode = values[i] > 0 ? modes.get(values[i]) : null;
            numbers[i] = (byte)(mode == null ? 0 : mode.ordinal() + 1);
        }
        return numbers;
    }
}
