// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.electrode4d.learning.data.LabelledScan;
import org.electrode4d.learning.features.FeatureSet;
import org.electrode4d.learning.prediction.ForestPredictor;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotAxis;
import org.electrode4d.nodes.picture.PlotColours;
import org.electrode4d.nodes.picture.PlotPicture;
import org.electrode4d.nodes.picture.PlotSeries;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/** Pictures of a trained pixel classifier: what it looks at, and what it makes of its own labelled slices. */
record PixelPictures(PixelTraining training) {

    private static final int HEIGHT = 260;

    /** The slice with the most labels of each scan that has some, of at most twelve scans, is classified at once. */
    List<PictureTable.Drawing> drawings(final Progress progress) {
        final List<PictureTable.Drawing> drawings = new ArrayList<>();
        drawings.add(new PictureTable.Drawing("Importance of features", "importance",
            new PlotPicture(List.of(importance()), HEIGHT)::render));
        final List<LabelledScan> shown = SliceOverlay.shown(training.scans());
        for (int i = 0; i < shown.size(); i++) {
            overlay(shown.get(i), progress.part(i / (double)shown.size(), (i + 1) / (double)shown.size()))
                .ifPresent(drawings::add);
        }
        return drawings;
    }

    /** A line for each kind of feature over the scales. */
    private Plot importance() {
        final FeatureSet features = training.model().features();
        final List<String> names = features.names();
        final double[] percent =
            Arrays.stream(training.trained().grown().importance()).map(part -> 100 * part).toArray();
        final int scales = features.sigmas().size();
        final int kinds = names.size() / scales;
        final double[] at = IntStream.range(0, scales).asDoubleStream().toArray();
        final List<PlotSeries> lines = new ArrayList<>();
        for (int kind = 0; kind < kinds; kind++) {
            final int one = kind;
            lines.add(new PlotSeries(names.get(kind).substring(0, names.get(kind).indexOf(", sigma")),
                PlotColours.of(kind), at,
                IntStream.range(0, scales).mapToDouble(scale -> percent[scale * kinds + one]).toArray(),
                PlotSeries.Style.MARKERS));
        }
        return new Plot("Importance of features", PlotAxis.of("Sigma [voxels]",
            features.sigmas().stream().map(String::valueOf).toList()), PlotAxis.around("Importance [%]", 0,
                Arrays.stream(percent).max().orElse(1)), lines);
    }

    private Optional<PictureTable.Drawing> overlay(final LabelledScan scan, final Progress progress) {
        return mostLabelled(scan, progress).map(slice -> overlay(scan, slice, progress));
    }

    private PictureTable.Drawing overlay(final LabelledScan scan, final Slice slice, final Progress progress) {
        final Shape shape = scan.image().shape();
        final Volume image =
            scan.image().crop(new Block(0, 0, slice.z, (int)shape.x(), (int)shape.y(), 1));
        final byte[] found = new ForestPredictor(training.model()).classify(scan.image(), slice.z, progress);
        final String title = scan.name() + ", slice " + slice.z;
        return new PictureTable.Drawing("Labelled slice: " + title, scan.name(),
            new SliceOverlay(image, training.model().description().classes().names())
                .sheet(title + " (as trained on)", slice.classes, found)::render);
    }

    private record Slice(long z, byte[] classes) {
    }

    private Optional<Slice> mostLabelled(final LabelledScan scan, final Progress progress) {
        final Shape shape = scan.image().shape();
        Slice most = null;
        long count = 0;
        for (long z = 0; z < shape.z(); z++) {
            progress.check();
            final Block plane = new Block(0, 0, z, (int)shape.x(), (int)shape.y(), 1);
            final int[] labels = new int[plane.voxels()];
            scan.labels().read(plane, labels);
            final byte[] classes = new byte[labels.length];
            training.model().description().classes().classify(labels, classes);
            final long labelled = IntStream.range(0, classes.length).filter(i -> classes[i] >= 0).count();
            if (labelled > count) {
                count = labelled;
                most = new Slice(z, classes);
            }
        }
        return Optional.ofNullable(most);
    }
}
