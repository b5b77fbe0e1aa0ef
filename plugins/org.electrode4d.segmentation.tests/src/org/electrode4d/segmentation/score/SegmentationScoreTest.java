// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.segmentation.score.SegmentationScore.Scoring;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentationScoreTest {

    @TempDir
    Path folder;

    /** One digit per voxel. */
    private static LabelVolume image(final String... rows) {
        final String all = String.join("", rows);
        final byte[] labels = new byte[all.length()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte)(all.charAt(i) - '0');
        }
        return labels(labels, rows[0].length(), rows.length, 1, 1);
    }

    private static LabelVolume labels(final byte[] labels, final int x, final int y, final int z, final double edge) {
        return new LabelVolume(Volume.of("labels", ArrayImgs.unsignedBytes(labels, x, y, z),
            VoxelSize.isotropic(edge)), new TreeMap<>(Map.of(1, "Graphite")));
    }

    /** A cube with an edge of 20 in a volume with an edge of 40, moved along x. */
    private static LabelVolume cube(final int moved, final double edge) {
        final byte[] labels = new byte[40 * 40 * 40];
        for (int i = 0; i < labels.length; i++) {
            final int x = i % 40 - moved;
            final int y = i / 40 % 40;
            final int z = i / 1600;
            labels[i] = (byte)(x >= 8 && x < 28 && y >= 10 && y < 30 && z >= 10 && z < 30 ? 1 : 0);
        }
        return labels(labels, 40, 40, 40, edge);
    }

    private static SegmentationScore score(final LabelVolume reference, final LabelVolume segmentation,
        final ScoreSettings settings) throws IOException {
        return SegmentationScore.of(reference, segmentation, Optional.empty(), settings,
            new Scoring(ScratchSpace::open, Progress.NONE));
    }

    private static void assertScore(final double expected, final OptionalDouble score) {
        assertEquals(expected, score.orElseThrow(), 1e-12);
    }

    @Test
    void aCubeThatIsMovedByThreeOfItsTwentyVoxels() throws IOException {
        final SegmentationScore score = score(cube(0, 0.5), cube(3, 0.5), ScoreSettings.defaults());
        final ClassScore cube = score.classes().get(1);
        assertEquals("Graphite", cube.name());
        assertEquals(8000, cube.inReference());
        assertScore(17 / 20.0, cube.dice());
        assertScore(17 / 23.0, cube.intersectionOverUnion());
        assertScore(17 / 20.0, cube.precision());
        assertScore(17 / 20.0, cube.recall());
        assertScore((64_000 - 2 * 1200) / 64_000.0, score.table().accuracy());
        assertEquals(1.5, cube.boundary().orElseThrow().largest(), 1e-6);
        assertScore((17 / 20.0 + 54_800 / 56_000.0) / 2, score.mean(ClassScore::dice));
        assertEquals(1200, score.table().count(1, 0));
        assertEquals(1200, score.table().count(0, 1));
    }

    @Test
    void distancesOfTwoLines() throws IOException {
        final LabelVolume reference = image(
            "00000",
            "11111",
            "00000",
            "00000",
            "00000");
        final LabelVolume segmentation = image(
            "00000",
            "00000",
            "00000",
            "00111",
            "00000");
        final BoundaryScore lines = score(reference, segmentation, ScoreSettings.defaults().withTolerance(2))
            .classes().get(1).boundary().orElseThrow();
        final double[] distances = {Math.sqrt(8), Math.sqrt(5), 2, 2, 2, 2, 2, 2};
        assertEquals(Arrays.stream(distances).average().getAsDouble(), lines.mean(), 1e-6);
        assertEquals(Math.sqrt(5) + 0.65 * (Math.sqrt(8) - Math.sqrt(5)), lines.percentile95(), 1e-6,
            "rank 6.65 of 0 to 7");
        assertEquals(Math.sqrt(8), lines.largest(), 1e-6);
        assertEquals(1, lines.precision(), 0);
        assertEquals(0.6, lines.recall(), 1e-12);
        assertEquals(0.75, lines.f1(), 1e-12);
    }

    @Test
    void equalSegmentationsAreOne() throws IOException {
        final SegmentationScore score = score(cube(0, 1), cube(0, 1), ScoreSettings.defaults());
        for (final ClassScore one : score.classes()) {
            assertScore(1, one.dice());
            assertEquals(0, one.boundary().orElseThrow().largest(), 0);
            assertEquals(1, one.boundary().orElseThrow().f1(), 0);
        }
        assertScore(1, score.table().accuracy());
    }

    @Test
    void aClassThatOneLacksHasNoValueWhereItWouldDivideByZero() throws IOException {
        final SegmentationScore score = score(image("0012"), image("0013"), ScoreSettings.defaults());
        assertEquals(List.of(0, 1, 2, 3), List.copyOf(score.table().classes()));
        final ClassScore missed = score.classes().get(2);
        assertScore(0, missed.dice());
        assertScore(0, missed.recall());
        assertTrue(missed.precision().isEmpty() && missed.boundary().isEmpty());
        final ClassScore invented = score.classes().get(3);
        assertScore(0, invented.precision());
        assertTrue(invented.recall().isEmpty());
        assertScore(2 / 3.0, score.mean(ClassScore::recall));
        assertEquals(List.of(missed, invented), score.oneSided());
    }

    @Test
    void oneClassAloneHasNoBoundary() throws IOException {
        final ClassScore all = score(image("11"), image("11"), ScoreSettings.defaults()).classes().get(0);
        assertScore(1, all.dice());
        assertTrue(all.boundary().isEmpty());
    }

    @Test
    void whatIsNotLabelledIsIgnored() throws IOException {
        final SegmentationScore score =
            score(image("0112", "0002"), image("2112", "1122"), ScoreSettings.defaults().withIgnored(0));
        assertEquals(4, score.table().voxels());
        assertScore(1, score.table().accuracy());
        assertEquals(List.of(1, 2), List.copyOf(score.table().classes()));
        assertEquals(0, score.classes().get(0).boundary().orElseThrow().largest(), 0);
    }

    @Test
    void voxelsOutsideOfTheMaskAreNotScored() throws IOException {
        final SegmentationScore score = SegmentationScore.of(image("1122"), image("1211"),
            Optional.of(image("1010").volume()), ScoreSettings.defaults(),
            new Scoring(ScratchSpace::open, Progress.NONE));
        assertEquals(2, score.table().voxels());
        assertScore(0.5, score.table().accuracy());
    }

    @Test
    void labelsOfTheSegmentationMayMeanOthers() throws IOException {
        final SegmentationScore score = score(image("0012"), image("5578"),
            ScoreSettings.defaults().withMapping(Map.of(5, 0, 7, 1, 8, 2)));
        assertScore(1, score.table().accuracy());
        assertEquals(3, score.classes().size());
    }

    @Test
    void whatCannotBeScoredIsExplained() {
        assertTrue(assertThrows(VolumeException.class, () -> score(image("00"), image("01"),
            ScoreSettings.defaults().withIgnored(0))).getMessage().startsWith("No voxel of labels can be scored"));
        assertTrue(assertThrows(VolumeException.class, () -> score(image("00"), image("000"),
            ScoreSettings.defaults())).getMessage().contains("2 x 1 x 1"));
        assertThrows(VolumeException.class, () -> ScoreSettings.defaults().withTolerance(-1));
        final int[] particles = new int[1000];
        Arrays.setAll(particles, i -> i);
        final LabelVolume many = LabelVolume.of(
            Volume.of("particles", ArrayImgs.ints(particles, 1000, 1, 1), VoxelSize.isotropic(1)));
        assertTrue(assertThrows(VolumeException.class, () -> score(many, many, ScoreSettings.defaults()))
            .getMessage().contains("more than 256 different labels"));
    }

    @Test
    void neitherThreadsNorFilesChangeAnything() {
        final SegmentationScore expected = Parallelization.runSingleThreaded(() -> noise(Long.MAX_VALUE));
        assertEquals(expected.classes(), Parallelization.runWithNumThreads(4, () -> noise(Long.MAX_VALUE)).classes());
        assertEquals(expected.classes(), Parallelization.runWithNumThreads(4, () -> noise(0)).classes());
    }

    private SegmentationScore noise(final long heap) throws IOException {
        final Random random = new Random(3);
        final byte[] first = new byte[70 * 30 * 66];
        final byte[] second = new byte[first.length];
        for (int i = 0; i < first.length; i++) {
            first[i] = (byte)(i % 70 / 20 + (random.nextInt(10) == 0 ? 1 : 0));
            second[i] = (byte)(i % 70 / 21);
        }
        return SegmentationScore.of(labels(first, 70, 30, 66, 1), labels(second, 70, 30, 66, 1), Optional.empty(),
            ScoreSettings.defaults(), new Scoring(() -> ScratchSpace.open(heap, folder), Progress.NONE));
    }
}
