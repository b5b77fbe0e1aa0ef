// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class LabelCensusTest {

    private static final VoxelSize UNIT = VoxelSize.isotropic(1);

    private static LabelVolume labels(final int[] ids, final int x, final int y, final int z) {
        return LabelVolume.of(Volume.of("labels", ArrayImgs.ints(ids, x, y, z), UNIT));
    }

    @Test
    void countsAndPlacesEveryLabel() {
        final LabelCensus census = LabelCensus.of(labels(new int[] {
            9, 9, 0, 4,
            9, 0, -3, 4,

            0, 0, 0, 4,
            0, 0, 0, 0}, 4, 2, 2), Progress.NONE);
        assertEquals(2, census.count());
        assertEquals(new LabelExtent(4, new Block(3, 0, 0, 1, 2, 2), new Point(3, 1 / 3.0, 1 / 3.0), 3),
            census.extent(0));
        assertEquals(new LabelExtent(9, new Block(0, 0, 0, 2, 2, 1), new Point(1 / 3.0, 1 / 3.0, 0), 3),
            census.extents().get(1));
        // of (0,0), (1,0), (0,1) about (1/3, 1/3)
        assertArrayEquals(new double[] {2 / 9.0, -1 / 9.0, 0, 2 / 9.0, 0, 0}, census.covariance(1), 1e-15);
    }

    @Test
    void greyValuesAreThoseOfTheLabel() {
        final Volume grey = Volume.of("grey", ArrayImgs.floats(new float[] {
            1, 3, 100, Float.NaN, 8, Float.POSITIVE_INFINITY}, 6, 1, 1), UNIT);
        final LabelCensus census =
            LabelCensus.of(labels(new int[] {2, 2, 0, 2, 5, 7}, 6, 1, 1), grey, Progress.NONE);
        assertEquals(new LabelGrey(2, 2, 1, 1, 3), census.grey(0));
        assertEquals(new LabelGrey(1, 8, 0, 8, 8), census.grey(1));
        assertEquals(new LabelGrey(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN), census.grey(2));
    }

    /** A sum of squares in double precision would lose all digits of the deviation. */
    @Test
    void aLargeMeanTakesNoDigitsFromTheDeviation() {
        final float[] values = new float[1000];
        final int[] ids = new int[1000];
        for (int i = 0; i < 1000; i++) {
            values[i] = 16_000_000 + i % 2;
            ids[i] = 1;
        }
        final LabelGrey grey = LabelCensus.of(labels(ids, 1000, 1, 1),
            Volume.of("grey", ArrayImgs.floats(values, 1000, 1, 1), UNIT), Progress.NONE).grey(0);
        assertEquals(16_000_000.5, grey.mean());
        assertEquals(0.5, grey.standardDeviation(), 1e-12);
    }

    @Test
    void shapesMustAgree() {
        final Volume grey = Volume.of("scan", ArrayImgs.floats(1, 1, 1), UNIT);
        final String message = assertThrows(IllegalArgumentException.class,
            () -> LabelCensus.of(labels(new int[] {1, 1}, 2, 1, 1), grey, Progress.NONE)).getMessage();
        assertTrue(message.contains("scan") && message.contains("2 x 1 x 1"), message);
        assertThrows(IllegalStateException.class,
            () -> LabelCensus.of(labels(new int[] {1, 1}, 2, 1, 1), Progress.NONE).grey(0));
    }

    @Test
    void blocksAndThreadsAreNotSeen() {
        final Random random = new Random(1);
        final int[] ids = random.ints(40 * 30 * 20, 0, 300).toArray();
        final float[] values = new float[ids.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float)Math.exp(5 * random.nextGaussian());
        }
        final LabelVolume labels = labels(ids, 40, 30, 20);
        final Volume grey = Volume.of("grey", ArrayImgs.floats(values, 40, 30, 20), UNIT);
        final LabelCensus one = Parallelization.runSingleThreaded(() -> LabelCensus.of(labels, grey, Progress.NONE));
        final LabelCensus other =
            Parallelization.runWithNumThreads(4, () -> LabelCensus.of(labels, grey, 3, Progress.NONE));
        assertEquals(299, one.count());
        for (int i = 0; i < one.count(); i++) {
            assertEquals(one.extent(i), other.extent(i));
            assertEquals(one.grey(i), other.grey(i));
            assertArrayEquals(one.covariance(i), other.covariance(i));
        }
    }

    @Test
    void anIndexOfManyLabelsFindsEachOfThem() {
        final LabelIndex index = new LabelIndex();
        for (int i = 0; i < 100_000; i++) {
            assertEquals(i, index.add(i * 7919));
        }
        for (int i = 0; i < 100_000; i++) {
            assertEquals(i, index.find(i * 7919));
            assertEquals(i, index.add(i * 7919));
            assertEquals(i * 7919, index.label(i));
        }
        assertEquals(-1, index.find(5));
    }
}
