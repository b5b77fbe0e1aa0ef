// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.forest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.learning.LearningException;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomForestTest {

    private static final ForestSettings FULL = new ForestSettings(50, 64, 1, 0, false, 1);

    /** Exclusive or: no single feature tells anything, two splits tell all. */
    @Test
    void aForestLearnsWhatTakesTwoSplits() {
        final float[][] columns = {{0, 0, 1, 1, 0, 0, 1, 1}, {0, 1, 0, 1, 0, 1, 0, 1}};
        final FeatureBins bins = FeatureBins.of(columns);
        final RandomForest forest = RandomForest.grow(bins,
            new BinnedSamples(bins.bins(columns), new int[] {0, 1, 1, 0, 0, 1, 1, 0}, 2), FULL, Progress.NONE).forest();
        final byte[] binned = new byte[8];
        bins.bin(0, new float[] {0.2f, 0.1f, 1.3f, 1.1f}, binned);
        bins.bin(1, new float[] {0, 1, 0, 1}, binned);
        final byte[] found = new byte[4];
        forest.classify(binned, found, Progress.NONE);

        assertArrayEquals(new byte[] {0, 1, 1, 0}, found);
    }

    /** A bootstrap may lack the outermost sample of a class, whose bin is then anybody's. */
    @Test
    void classesFarApartAreTold() {
        final double[] centres = {0, 20, 40};
        final GrownForest grown = new Clouds(centres, new int[] {100, 80, 60}, 1)
            .grow(new ForestSettings(50, 64, 1, Clouds.FEATURES, false, 1));

        assertEquals(0, grown.outOfBag().error(), 0.01);
        assertEquals(0, new Clouds(centres, new int[] {300, 200, 100}, 2).error(grown.forest()), 0.005);
    }

    /** Two normal distributions 2 apart: Bayes' error is Phi(-1) = 0.1587. */
    @Test
    void theOutOfBagErrorIsThatOnNewSamples() {
        final double[] centres = {0, 2};
        final GrownForest grown =
            new Clouds(centres, new int[] {2000, 2000}, 1).grow(new ForestSettings(100, 64, 20, 0, false, 1));
        final double test = new Clouds(centres, new int[] {5000, 5000}, 2).error(grown.forest());

        assertEquals(test, grown.outOfBag().error(), 0.015);
        assertEquals(0.1587, test, 0.02);
        assertEquals(4000, Arrays.stream(grown.outOfBag().confusion()).flatMapToLong(Arrays::stream).sum()
            + grown.outOfBag().undecided());
    }

    @Test
    void theFeatureThatTellsTheClassesIsImportant() {
        final double[] importance = new Clouds(new double[] {0, 3}, new int[] {500, 500}, 1)
            .grow(new ForestSettings(50, 64, 5, 0, false, 1)).importance();

        assertEquals(1, Arrays.stream(importance).sum(), 1e-9);
        assertTrue(importance[0] > 0.5, Arrays.toString(importance));
    }

    @Test
    void balancedClassesFindMoreOfTheRareOne() {
        final Clouds clouds = new Clouds(new double[] {0, 1.5}, new int[] {3000, 100}, 1);
        final long[][] alike = clouds.grow(new ForestSettings(60, 64, 10, 0, false, 1)).outOfBag().confusion();
        final long[][] balanced = clouds.grow(new ForestSettings(60, 64, 10, 0, true, 1)).outOfBag().confusion();

        assertTrue(balanced[1][1] > 2 * alike[1][1], balanced[1][1] + " of 100 against " + alike[1][1]);
    }

    @Test
    void anyNumberOfThreadsGrowsTheSameForest() {
        final Clouds clouds = new Clouds(new double[] {0, 1, 2}, new int[] {300, 300, 300}, 5);
        final byte[] one = Parallelization.runSingleThreaded(() -> ForestBytes.write(clouds.grow(FULL).forest()));
        final byte[] four = Parallelization.runWithNumThreads(4, () -> ForestBytes.write(clouds.grow(FULL).forest()));
        final byte[] other = ForestBytes.write(clouds.grow(new ForestSettings(50, 64, 1, 0, false, 2)).forest());

        assertArrayEquals(one, four);
        assertFalse(Arrays.equals(one, other));
    }

    /** Trees are spared where a class is decided: that must not change it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 37, 100})
    void theClassIsTheMostProbableOne(final int trees) {
        final double[] centres = {0, 1, 2, 3, 4};
        final RandomForest forest = new Clouds(centres, new int[] {200, 200, 200, 200, 200}, 1)
            .grow(new ForestSettings(trees, 64, 3, 0, true, 1)).forest();
        final Clouds clouds = new Clouds(centres, new int[] {2001, 2000, 2000, 2000, 2000}, 2);
        final float[][] probabilities = new float[5][clouds.classes.length];
        forest.probabilities(clouds.binned(forest), probabilities, Progress.NONE);
        final byte[] found = clouds.classified(forest);

        for (int i = 0; i < found.length; i++) {
            double sum = 0;
            for (int c = 0; c < 5; c++) {
                sum += probabilities[c][i];
                assertTrue(probabilities[found[i]][i] >= probabilities[c][i]);
                assertTrue(c >= found[i] || probabilities[c][i] < probabilities[found[i]][i]);
            }
            assertEquals(1, sum, 1e-5);
        }
    }

    @Test
    void depthAndLeavesAreLimited() {
        final Clouds clouds = new Clouds(new double[] {0, 1}, new int[] {500, 500}, 1);

        assertEquals(10 * 3, clouds.grow(new ForestSettings(10, 1, 1, 0, false, 1)).forest().nodes());
        assertTrue(clouds.grow(new ForestSettings(10, 64, 100, 0, false, 1)).forest().nodes() <= 10 * 19);
    }

    @Test
    void oneClassOnlyIsRefused() {
        assertEquals("A forest needs at least two classes, but there is one only: label voxels of another one too.",
            assertThrows(LearningException.class, () -> new Clouds(new double[] {0}, new int[] {10}, 1).grow(FULL))
                .getMessage());
    }

    @Test
    void aClassWithoutSamplesIsRefused() {
        assertEquals("Class 1 has no sample: label some of its voxels.", assertThrows(LearningException.class,
            () -> new Clouds(new double[] {0, 1, 2}, new int[] {10, 0, 10}, 1).grow(FULL)).getMessage());
    }

    @Test
    void growingIsCancelled() {
        final FeatureBins bins = FeatureBins.of(new float[][] {{0, 1}});
        assertThrows(CancellationException.class, () -> RandomForest.grow(bins,
            new BinnedSamples(bins.bins(new float[][] {{0, 1}}), new int[] {0, 1}, 2), FULL, new Progress() {
                @Override
                public void check() {
                    throw new CancellationException();
                }

                @Override
                public void report(final double fraction, final String message) {
                    // nobody listens
                }
            }));
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertEquals("The trees of a forest must be 1 to 256, not 300.", assertThrows(LearningException.class,
            () -> new ForestSettings(300, 64, 1, 0, true, 1)).getMessage());
    }
}
