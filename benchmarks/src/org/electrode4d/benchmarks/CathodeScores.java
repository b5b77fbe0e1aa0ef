// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.electrode4d.segmentation.score.ClassScore;
import org.electrode4d.segmentation.score.ScoreSettings;
import org.electrode4d.segmentation.score.SegmentationScore;
import org.electrode4d.segmentation.score.SegmentationScore.Scoring;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.picture.SliceAxis;
import org.electrode4d.volume.picture.SliceImage;

/**
 * Segmentation without training on measured slices of cathodes with labels, each method with its default settings and
 * with those that are best on the other scan: nobody tunes on the scan that is scored. Prints a table in Markdown and
 * writes it, with a picture per scan and method, to {@code benchmarks/results/cathode-scores}.
 */
public final class CathodeScores {

    private static final Path RESULTS = Path.of("benchmarks/results/cathode-scores");

    /** Label of a phase from dark to bright, as that of the labels. */
    private static final Map<Integer, Integer> MAPPING =
        Map.of(1, LabelledSlice.PORE, 2, LabelledSlice.BINDER, 3, LabelledSlice.ACTIVE);

    private final MarkdownTable table = new MarkdownTable("scan", "method", "settings", "tuned on", "mean Dice",
        "Dice active", "Dice binder", "Dice pore", "IoU", "accuracy", "boundary, pixel");

    private CathodeScores() {
    }

    public static void main(final String[] arguments) throws IOException {
        Files.createDirectories(RESULTS);
        final Map<String, List<LabelledSlice>> scans = LabelledSlice.all().stream()
            .collect(Collectors.groupingBy(LabelledSlice::scan, TreeMap::new, Collectors.toList()));
        final CathodeScores scores = new CathodeScores();
        for (final String scan : scans.keySet()) {
            final List<LabelledSlice> others = scans.entrySet().stream().filter(e -> !e.getKey().equals(scan))
                .flatMap(e -> e.getValue().stream()).toList();
            draw(scans.get(scan).get(0));
            for (final CathodeMethod method : CathodeMethod.values()) {
                final double[] tuned = tuned(method, others);
                scores.add(scans.get(scan), method, method.defaults(), "");
                scores.add(scans.get(scan), method, tuned, others.get(0).scan());
                draw(scans.get(scan).get(0), method, tuned);
            }
        }
        System.out.println(scores.table);
        Files.writeString(RESULTS.resolve("scores.md"), scores.table.toString());
    }

    private static double[] tuned(final CathodeMethod method, final List<LabelledSlice> slices) throws IOException {
        double[] best = method.defaults();
        double most = -1;
        for (final double[] settings : method.settings()) {
            double sum = 0;
            for (final LabelledSlice slice : slices) {
                sum += dice(score(slice, method, settings, false));
            }
            if (sum > most) {
                most = sum;
                best = settings;
            }
        }
        return best;
    }

    private static SegmentationScore score(final LabelledSlice slice, final CathodeMethod method,
        final double[] settings, final boolean boundaries) throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final LabelVolume found = method.segment(slice.grey(), settings, scratch);
            return SegmentationScore.of(slice.truth(), found, Optional.empty(),
                ScoreSettings.defaults().withMapping(MAPPING).withBoundaries(boundaries),
                new Scoring(ScratchSpace::open, Progress.NONE));
        }
    }

    private static double dice(final SegmentationScore score) {
        return score.mean(ClassScore::dice).orElse(0);
    }

    private void add(final List<LabelledSlice> slices, final CathodeMethod method, final double[] settings,
        final String tunedOn) throws IOException {
        final List<SegmentationScore> scores = new ArrayList<>();
        for (final LabelledSlice slice : slices) {
            scores.add(score(slice, method, settings, true));
        }
        final List<String> cells = new ArrayList<>(List.of(slices.get(0).scan(), method.title(),
            text(settings) + " (" + method.meaning() + ")", tunedOn));
        cells.add(summary(scores.stream().map(CathodeScores::dice).toList()));
        for (final int label : List.of(LabelledSlice.ACTIVE, LabelledSlice.BINDER, LabelledSlice.PORE)) {
            cells.add(summary(scores.stream().map(score -> ofClass(score, label).orElse(0)).toList()));
        }
        cells.add(summary(scores.stream().map(s -> s.mean(ClassScore::intersectionOverUnion).orElse(0)).toList()));
        cells.add(summary(scores.stream().map(s -> s.table().accuracy().orElse(0)).toList()));
        cells.add(summary(scores.stream().map(s -> s.mean(c -> c.boundary().map(b -> OptionalDouble.of(b.mean()))
            .orElse(OptionalDouble.empty())).orElse(0)).toList()));
        System.err.println(String.join("  ", cells));
        table.add(cells);
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

    private static String text(final double[] settings) {
        return Arrays.stream(settings).mapToObj(value -> String.format(Locale.ROOT, "%.3g", value))
            .collect(Collectors.joining("; "));
    }

    private static void draw(final LabelledSlice slice) throws IOException {
        write(SliceImage.of(slice.grey(), SliceAxis.Z, 0), slice, "slice");
        write(SliceImage.of(slice.truth().volume(), SliceAxis.Z, 0).withLabels(slice.truth().names()), slice, "labels");
    }

    private static void draw(final LabelledSlice slice, final CathodeMethod method, final double[] settings)
        throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final LabelVolume found = method.segment(slice.grey(), settings, scratch);
            write(SliceImage.of(asInTruth(found), SliceAxis.Z, 0).withLabels(slice.truth().names()), slice,
                method.name().toLowerCase(Locale.ROOT));
        }
    }

    private static Volume asInTruth(final LabelVolume found) {
        final Volume volume = found.volume();
        final LazyVolume.Layout layout = new LazyVolume.Layout(volume.shape(), VoxelType.UINT8, 512, 512, 1);
        return LazyVolume.load(volume.name(), layout, volume.voxelSize(), block -> {
            final int[] labels = new int[block.voxels()];
            found.read(block, labels);
            final byte[] mapped = new byte[labels.length];
            for (int i = 0; i < mapped.length; i++) {
                mapped[i] = MAPPING.get(labels[i]).byteValue();
            }
            return mapped;
        });
    }

    private static void write(final SliceImage image, final LabelledSlice slice, final String what)
        throws IOException {
        final BufferedImage picture = image.withTitle(slice.scan() + ", slice " + slice.name() + ": " + what).render();
        ImageIO.write(picture, "png", RESULTS.resolve(slice.scan() + "-" + what + ".png").toFile());
    }
}
