// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.data.LabelledScan;
import org.electrode4d.learning.data.Normalization;
import org.electrode4d.learning.data.SliceSelection;
import org.electrode4d.learning.features.FeatureKind;
import org.electrode4d.learning.features.FeatureSet;
import org.electrode4d.learning.features.FeatureSpace;
import org.electrode4d.learning.forest.ForestBytes;
import org.electrode4d.learning.forest.ForestSettings;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class ForestTrainerTest {

    private static final ClassScheme CLASSES = ClassScheme.parse("dark = 1; bright = 2", OptionalInt.of(0));

    private static ForestTraining training(final int most, final long seed) {
        return new ForestTraining(CLASSES, new FeatureSet(FeatureSpace.PLANAR, List.of(1.0),
            EnumSet.of(FeatureKind.GAUSSIAN, FeatureKind.GRADIENT_MAGNITUDE)), Normalization.DEVIATION, most,
            new ForestSettings(20, 64, 1, 0, true, seed));
    }

    /** The right half is bright; a row of each half is labelled. */
    private static LabelledScan scan(final String name, final float factor) {
        final float[] greys = new float[60 * 40];
        final byte[] labels = new byte[60 * 40];
        final Random random = new Random(1);
        for (int i = 0; i < greys.length; i++) {
            final int x = i % 60;
            greys[i] = factor * (float)((x < 30 ? 100 : 160) + 20 * random.nextGaussian());
            labels[i] = (byte)(i / 60 == 12 ? x < 30 ? 1 : 2 : 0);
        }
        return new LabelledScan(name, Volume.of(name, ArrayImgs.floats(greys, 60, 40, 1), VoxelSize.isotropic(1)),
            LabelVolume.of(Volume.of("labels", ArrayImgs.unsignedBytes(labels, 60, 40, 1), VoxelSize.isotropic(1))));
    }

    @Test
    void aRowOfLabelsInEachHalfIsEnough() {
        final TrainedForest trained = new ForestTrainer(training(1000, 1)).train(List.of(scan("T0", 1)),
            Progress.NONE);

        assertArrayEquals(new long[] {30, 30}, trained.labelled());
        assertArrayEquals(new long[] {30, 30}, trained.drawn());
        assertEquals(0, trained.excluded());
        assertEquals(0, trained.grown().outOfBag().error(), 0.1);
    }

    /** An empty scan, in which nobody labelled anything. */
    private static LabelledScan empty(final String name) {
        return new LabelledScan(name, Volume.of(name, ArrayImgs.floats(new float[60 * 40], 60, 40, 1),
            VoxelSize.isotropic(1)), LabelVolume.of(Volume.of("labels", ArrayImgs.unsignedBytes(new byte[60 * 40], 60,
                40, 1), VoxelSize.isotropic(1))));
    }

    @Test
    void scansWithoutLabelsAreNotLookedAt() {
        final List<LabelledScan> scans = List.of(scan("T0", 1), empty("T1"));
        assertArrayEquals(new long[] {30, 30},
            new ForestTrainer(training(1000, 1)).train(scans, Progress.NONE).drawn());
        assertEquals(1, NormalizedSlices.read(scans, CLASSES, SliceSelection.DEFAULT, Normalization.DEVIATION,
            Progress.NONE).slices().size());
    }

    @Test
    void noMoreVoxelsOfAClassAreDrawnThanAskedFor() {
        final TrainedForest trained =
            new ForestTrainer(training(17, 1)).train(List.of(scan("T0", 1), scan("T1", 7)), Progress.NONE);

        assertArrayEquals(new long[] {60, 60}, trained.labelled());
        assertArrayEquals(new long[] {17, 17}, trained.drawn());
    }

    @Test
    void equalSeedsGiveTheSameForestOnAnyNumberOfThreads() {
        final byte[] one = Parallelization.runSingleThreaded(() -> bytes(1));
        final byte[] four = Parallelization.runWithNumThreads(4, () -> bytes(1));

        assertArrayEquals(one, four);
        assertFalse(Arrays.equals(one, bytes(2)));
    }

    private static byte[] bytes(final long seed) {
        return ForestBytes.write(new ForestTrainer(training(20, seed))
            .train(List.of(scan("T0", 1), scan("T1", 3)), Progress.NONE).grown().forest());
    }

    /** Each scan is normalised on its own: a factor between scans is no difference. */
    @Test
    void scansOfOtherBrightnessAreAlike() {
        final TrainedForest trained =
            new ForestTrainer(training(1000, 1)).train(List.of(scan("T0", 1), scan("T1", 50)), Progress.NONE);

        assertEquals(0, trained.grown().outOfBag().error(), 0.1);
    }

    @Test
    void labelledVoxelsWithoutGreyValueAreLeftOut() {
        final LabelledScan scan = scan("T0", 1);
        final float[] greys = new float[60 * 40];
        scan.image().read(Block.of(scan.image().shape()), greys);
        greys[12 * 60 + 3] = Float.NaN;
        final Volume image = Volume.of("T0", ArrayImgs.floats(greys, 60, 40, 1), VoxelSize.isotropic(1));

        final TrainedForest trained = new ForestTrainer(training(1000, 1))
            .train(List.of(new LabelledScan("T0", image, scan.labels())), Progress.NONE);

        assertEquals(1, trained.excluded());
        assertArrayEquals(new long[] {29, 30}, trained.labelled());
    }

    @Test
    void aClassWithoutLabelsIsNamed() {
        final ForestTraining three = new ForestTraining(
            ClassScheme.parse("dark = 1; bright = 2; silicon = 3", OptionalInt.of(0)), training(1, 1).features(),
            Normalization.DEVIATION, 10, training(1, 1).forest());

        assertEquals("No voxel of the class \"silicon\" is labelled in these scans. Label some of its voxels, or take "
            + "it out of the classes.", assertThrows(LearningException.class,
                () -> new ForestTrainer(three).train(List.of(scan("T0", 1)), Progress.NONE)).getMessage());
    }

    @Test
    void labelsOfOtherShapeAreRefused() {
        final LabelVolume labels = LabelVolume.of(Volume.of("labels", ArrayImgs.unsignedBytes(2, 2, 1),
            VoxelSize.isotropic(1)));
        assertEquals("T0 has 60 x 40 x 1 voxels, but labels has 2 x 2 x 1. Both must have the same shape: crop one of "
            + "them.", assertThrows(VolumeException.class,
                () -> new LabelledScan("T0", scan("T0", 1).image(), labels)).getMessage());
    }
}
