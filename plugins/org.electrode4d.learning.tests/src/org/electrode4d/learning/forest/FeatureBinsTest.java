// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.forest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FeatureBinsTest {

    @Test
    void fewValuesHaveABinEach() {
        final FeatureBins bins = FeatureBins.of(new float[][] {{3, 1, 2, 2, 1, 3}});

        assertArrayEquals(new float[] {1.5f, 2.5f}, bins.limits()[0]);
        assertArrayEquals(new byte[] {2, 0, 1, 2, 0, 2}, bins.bins(new float[][] {{3, 1, 2, 2.5f, -9, 99}})[0]);
    }

    @Test
    void neighbouringFloatsAreToldApart() {
        final float one = 1;
        final float next = Math.nextUp(one);

        assertArrayEquals(new byte[] {0, 1},
            FeatureBins.of(new float[][] {{one, next}}).bins(new float[][] {{one, next}})[0]);
    }

    @Test
    void whatIsNotANumberIsInTheFirstBin() {
        assertEquals(0, FeatureBins.of(new float[][] {{1, 2}}).bins(new float[][] {{Float.NaN}})[0][0]);
    }

    @Test
    void binsHaveAboutAsManySamples() {
        final float[] column = new float[100_000];
        final Random random = new Random(1);
        for (int i = 0; i < column.length; i++) {
            column[i] = (float)Math.exp(random.nextGaussian());
        }
        final FeatureBins bins = FeatureBins.of(new float[][] {column});
        final int[] counts = new int[256];
        for (final byte bin : bins.bins(new float[][] {column})[0]) {
            counts[bin & 255]++;
        }
        assertEquals(254, bins.limits()[0].length);
        for (int bin = 0; bin < 255; bin++) {
            assertEquals(column.length / 255.0, counts[bin], 2, "bin " + bin);
        }
        assertEquals(0, counts[255]);
    }

    @Test
    void theFastSearchCountsLimits() {
        final Random random = new Random(2);
        for (int trial = 0; trial < 50; trial++) {
            final float[] column = new float[1 + random.nextInt(600)];
            for (int i = 0; i < column.length; i++) {
                column[i] = random.nextInt(400);
            }
            final FeatureBins bins = FeatureBins.of(new float[][] {column});
            final byte[] found = bins.bins(new float[][] {column})[0];
            for (int i = 0; i < column.length; i++) {
                int wanted = 0;
                for (final float limit : bins.limits()[0]) {
                    wanted += limit <= column[i] ? 1 : 0;
                }
                assertEquals(wanted, found[i] & 255);
            }
            assertTrue(bins.limits()[0].length <= 254);
        }
    }
}
