// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.electrode4d.segmentation.score.ClassScore;
import org.electrode4d.segmentation.score.ScoreSettings;
import org.electrode4d.segmentation.score.SegmentationScore;
import org.electrode4d.segmentation.score.SegmentationScore.Scoring;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.picture.LabelSheet;
import org.electrode4d.volume.picture.SliceAxis;
import org.electrode4d.volume.picture.SliceImage;

/**
 * How well segmentations of the measured slices of cathodes agree with their labels: a table with a row per way and
 * scan, mean and standard deviation over its slices, and pictures beside it.
 */
final class CathodeTable {

    /** What gives a slice the labels that {@link LabelledSlice} names. */
    interface Segmenter {
        LabelVolume segment(LabelledSlice slice, ScratchSpace scratch) throws IOException;
    }

    private final Path folder;
    private final MarkdownTable table = new MarkdownTable("scan", "method", "settings", "tuned on", "mean Dice",
        "Dice active", "Dice binder", "Dice pore", "IoU", "accuracy", "boundary, pixel");

    /** @param folder that the table and the pictures go to; made if it does not exist */
    CathodeTable(final Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    static SegmentationScore score(final LabelledSlice slice, final Segmenter segmenter, final boolean boundaries)
        throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            return SegmentationScore.of(slice.truth(), segmenter.segment(slice, scratch), Optional.empty(),
                ScoreSettings.defaults().withBoundaries(boundaries), new Scoring(ScratchSpace::open, Progress.NONE));
        }
    }

    static double dice(final SegmentationScore score) {
        return score.mean(ClassScore::dice).orElse(0);
    }

    /** Adds a row, and saves the table as it is by then. */
    void add(final List<LabelledSlice> slices, final List<String> method, final Segmenter segmenter)
        throws IOException {
        final List<SegmentationScore> scores = new ArrayList<>();
        for (final LabelledSlice slice : slices) {
            scores.add(score(slice, segmenter, true));
        }
        final List<String> cells = new ArrayList<>(List.of(slices.get(0).scan()));
        cells.addAll(method);
        cells.add(summary(scores.stream().map(CathodeTable::dice).toList()));
        for (final int label : List.of(LabelledSlice.ACTIVE, LabelledSlice.BINDER, LabelledSlice.PORE)) {
            cells.add(summary(scores.stream().map(score -> ofClass(score, label).orElse(0)).toList()));
        }
        cells.add(summary(scores.stream().map(s -> s.mean(ClassScore::intersectionOverUnion).orElse(0)).toList()));
        cells.add(summary(scores.stream().map(s -> s.table().accuracy().orElse(0)).toList()));
        cells.add(summary(scores.stream().map(s -> s.mean(c -> c.boundary().map(b -> OptionalDouble.of(b.mean()))
            .orElse(OptionalDouble.empty())).orElse(0)).toList()));
        System.err.println(String.join("  ", cells));
        table.add(cells);
        Files.writeString(folder.resolve("scores.md"), table.toString());
    }

    private static OptionalDouble ofClass(final SegmentationScore score, final int label) {
        return score.classes().stream().filter(c -> c.label() == label).findFirst().map(ClassScore::dice)
            .orElse(OptionalDouble.empty());
    }

    private static String summary(final List<Double> values) {
        final SummaryStatistics statistics = new SummaryStatistics();
        values.forEach(statistics::addValue);
        return String.format(Locale.ROOT, "%.3f ± %.3f", statistics.getMean(), statistics.getStandardDeviation());
    }

    /** Pictures of a slice and of its labels. */
    void draw(final LabelledSlice slice) throws IOException {
        write(SliceImage.of(slice.grey(), SliceAxis.Z, 0).withTitle(title(slice, "slice")).render(), slice, "slice");
        write(SliceImage.of(slice.truth().volume(), SliceAxis.Z, 0).withLabels(slice.truth().names())
            .withTitle(title(slice, "labels")).render(), slice, "labels");
    }

    /** A picture of what a way makes of a slice, beside its labels, and of where both differ. */
    void draw(final LabelledSlice slice, final String name, final Segmenter segmenter) throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final LabelVolume found = segmenter.segment(slice, scratch);
            write(LabelSheet.of(title(slice, name), slice.grey(), SliceAxis.Z, 0)
                .with("Labels", slice.truth(), OptionalInt.empty()).with("Segmentation", found, OptionalInt.empty())
                .withErrors("Errors", slice.truth(), found, OptionalInt.empty()).render(), slice, name);
        }
    }

    private static String title(final LabelledSlice slice, final String what) {
        return slice.scan() + ", slice " + slice.name() + ": " + what;
    }

    private void write(final BufferedImage picture, final LabelledSlice slice, final String what) throws IOException {
        ImageIO.write(picture, "png", folder.resolve(slice.scan() + "-" + what + ".png").toFile());
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
