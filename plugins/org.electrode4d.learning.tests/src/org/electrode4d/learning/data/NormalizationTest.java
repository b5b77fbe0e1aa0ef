// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.parallel.Parallelization;
import org.electrode4d.learning.LearningException;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.Test;

final class NormalizationTest {

    @Test
    void meanAndDeviationBecome0And1() {
        final GreyScale scale = Normalization.DEVIATION.of(row(2, 4, 4, 4, 5, 5, 7, 9), Progress.NONE);
        assertEquals(5, scale.zero(), 1e-12);
        assertEquals(2, scale.unit(), 1e-12);
        final float[] values = {5, 7, 1, Float.NaN};
        scale.apply(values);
        assertArrayEquals(new float[] {0, 1, -2, 0}, values);
    }

    @Test
    void percentilesBecomeMinus1And1() {
        final float[] values = new float[201];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        final GreyScale scale = Normalization.PERCENTILES.of(row(values), Progress.NONE);
        assertEquals(100, scale.zero(), 1e-12);
        assertEquals(98, scale.unit(), 1e-12);
    }

    @Test
    void scansThatDifferByFactorAndOffsetLookTheSame() {
        final float[] grey = {0, 1, 5, 2, 2, 3};
        final float[] brighter = new float[grey.length];
        for (int i = 0; i < grey.length; i++) {
            brighter[i] = 300 * grey[i] + 1000;
        }
        for (final Normalization normalization : new Normalization[] {Normalization.DEVIATION,
            Normalization.PERCENTILES}) {
            final float[] first = grey.clone();
            normalization.of(row(grey), Progress.NONE).apply(first);
            final float[] second = brighter.clone();
            normalization.of(row(brighter), Progress.NONE).apply(second);
            assertArrayEquals(first, second, 1e-5f);
        }
    }

    @Test
    void fixedNumbersAreThoseOfNoScan() {
        final GreyScale scale = new GreyScale(100, 50);
        assertEquals(scale, Normalization.fixed(scale).of(row(3, 3), Progress.NONE));
    }

    @Test
    void aHotPixelChangesNothing() {
        final float[] values = new float[4000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 2;
        }
        values[17] = 1e9f;
        final GreyScale scale = Normalization.DEVIATION.of(row(values), Progress.NONE);
        assertEquals(0.5, scale.zero(), 1e-3);
        assertEquals(0.5, scale.unit(), 1e-3);
    }

    @Test
    void numbersDoNotDependOnThreads() {
        final float[] values = new float[30 * 20 * 40];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float)Math.sin(i * i);
        }
        final Volume scan = Slices.image(new Shape(30, 20, 40), values);
        final GreyScale one = Parallelization.runSingleThreaded(() ->
            Normalization.DEVIATION.of(scan, Progress.NONE));
        assertEquals(one, Parallelization.runWithNumThreads(4, () ->
            Normalization.DEVIATION.of(scan, Progress.NONE)));
    }

    @Test
    void largePlanesAreSampled() {
        final float[] values = new float[600 * 600];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 600;
        }
        final GreyScale scale =
            Normalization.PERCENTILES.of(Slices.image(new Shape(600, 600, 1), values), Progress.NONE);
        assertEquals(299.5, scale.zero(), 1);
        assertEquals(294, scale.unit(), 2);
    }

    @Test
    void nothingToSeeIsRefused() {
        final LearningException constant = assertThrows(LearningException.class,
            () -> Normalization.DEVIATION.of(row(3, 3, 3), Progress.NONE));
        assertTrue(constant.getMessage().startsWith("Nearly all grey values of scan are 3.0: there is nothing to see."),
            constant.getMessage());
        final LearningException none = assertThrows(LearningException.class,
            () -> Normalization.DEVIATION.of(row(Float.NaN, Float.NaN), Progress.NONE));
        assertEquals("scan has no finite grey values. Check the image.", none.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new GreyScale(0, 0));
    }

    private static Volume row(final float... values) {
        return Slices.image(new Shape(values.length, 1, 1), values);
    }
}
