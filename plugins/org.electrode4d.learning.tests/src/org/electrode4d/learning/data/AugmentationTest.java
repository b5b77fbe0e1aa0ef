// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.electrode4d.learning.data.Augmentation.Amount;
import org.electrode4d.learning.data.Augmentation.Elastic;
import org.electrode4d.learning.data.Augmentation.Flip;
import org.electrode4d.learning.data.Augmentation.Grey;
import org.junit.jupiter.api.Test;

final class AugmentationTest {

    private static final Augmentation NONE = Augmentation.NONE;

    private static final Amount NEVER = Amount.NONE;

    /** Each pixel has its own value, and that class. */
    private static final LabelledSlice SLICE = Slices.of(3, new float[] {
        0, 1, 2,
        3, 4, 5,
        6, 7, 8},
        0, 1, 2,
        3, 4, 5,
        6, 7, 8);

    @Test
    void nothingIsChangedByNone() {
        assertEquals(SLICE, NONE.apply(SLICE, SLICE.whole(), 5));
    }

    @Test
    void flipsChangeSides() {
        assertImage(with(new Flip(1, 0), NEVER, NEVER), 2, 1, 0, 5, 4, 3, 8, 7, 6);
        assertImage(with(new Flip(0, 1), NEVER, NEVER), 6, 7, 8, 3, 4, 5, 0, 1, 2);
        assertImage(with(new Flip(1, 1), NEVER, NEVER), 8, 7, 6, 5, 4, 3, 2, 1, 0);
    }

    @Test
    void aQuarterTurnGoesWithTheClock() {
        assertImage(with(new Flip(0, 0), NEVER, new Amount(1, -90, -90)), 6, 3, 0, 7, 4, 1, 8, 5, 2);
    }

    /** Twice as large: the pixels beside the centre show half a pixel away from it. */
    @Test
    void scalesAboutTheCentre() {
        final LabelledSlice twice = with(new Flip(0, 0), new Amount(1, 1, 1), NEVER).apply(SLICE, SLICE.whole(), 1);
        assertArrayEquals(new float[] {2, 2.5f, 3, 3.5f, 4, 4.5f, 5, 5.5f, 6}, twice.image(), 1e-6f);
    }

    /** A shear of 45 degrees moves each row by its distance from the centre, and each column too. */
    @Test
    void shearMovesRowsAndColumns() {
        final Augmentation shear = new Augmentation(NONE.flip(), NEVER, NONE.elastic(), new Amount(1, 45, 45), NEVER,
            NONE.grey());
        final LabelledSlice sheared = shear.apply(SLICE, SLICE.whole(), 1);
        assertEquals(4, sheared.image()[4], 1e-6f);
        assertEquals(8, sheared.image()[5], 1e-6f);
        assertEquals(0, sheared.image()[3], 1e-6f);
    }

    /** On a ramp, which linear interpolation leaves exact, all at once is one after the other. */
    @Test
    void changesAreMadeInTheirOrder() {
        final Amount scale = new Amount(1, 0.2, 0.2);
        final Amount shear = new Amount(1, 10, 10);
        final Amount rotation = new Amount(1, 25, 25);
        final LabelledSlice ramp = ramp(61);
        final LabelledSlice atOnce = new Augmentation(new Flip(1, 0), scale, NONE.elastic(), shear, rotation,
            NONE.grey()).apply(ramp, ramp.whole(), 1);
        LabelledSlice inSteps = with(new Flip(1, 0), scale, NEVER).apply(ramp, ramp.whole(), 1);
        inSteps = new Augmentation(NONE.flip(), NEVER, NONE.elastic(), shear, NEVER, NONE.grey())
            .apply(inSteps, ramp.whole(), 1);
        inSteps = with(NONE.flip(), NEVER, rotation).apply(inSteps, ramp.whole(), 1);
        for (int row = 20; row <= 40; row++) {
            for (int column = 20; column <= 40; column++) {
                assertEquals(inSteps.image()[row * 61 + column], atOnce.image()[row * 61 + column], 1e-3f);
            }
        }
    }

    @Test
    void beyondTheBorderImagesAreMirroredAndNothingIsLabelled() {
        final Augmentation halve = with(new Flip(0, 0), new Amount(1, -0.5, -0.5), NEVER);
        final LabelledSlice half = halve.apply(SLICE, SLICE.whole(), 1);
        assertArrayEquals(new float[] {4, 4, 4, 4, 4, 4, 4, 4, 4}, half.image(), 1e-6f);
        assertArrayEquals(Slices.bytes(-1, -1, -1, -1, 4, -1, -1, -1, -1), half.classes());
    }

    @Test
    void aWindowIsTurnedAboutItsOwnCentre() {
        final Augmentation turn = with(new Flip(0, 0), NEVER, new Amount(1, 180, 180));
        final LabelledSlice part = turn.apply(SLICE, new Window(1, 0, 2, 2), 1);
        assertArrayEquals(new float[] {7, 6, 4, 3}, part.image(), 1e-6f);
        assertArrayEquals(Slices.bytes(7, 6, 4, 3), part.classes());
    }

    @Test
    void equalSeedsGiveEqualImages() {
        final LabelledSlice slice = waves(40, 60);
        final LabelledSlice first = Augmentation.TRANSFER.apply(slice, slice.whole(), 11);
        assertEquals(first, Augmentation.TRANSFER.apply(slice, slice.whole(), 11));
        assertNotEquals(first, Augmentation.TRANSFER.apply(slice, slice.whole(), 12));
    }

    /** 1 - .5 * .5 * .7 * .7 * .7 of all copies are changed. */
    @Test
    void changesOfThePaperHaveItsProbabilities() {
        final LabelledSlice slice = waves(8, 8);
        int changed = 0;
        for (int seed = 0; seed < 2000; seed++) {
            changed += Augmentation.PAPER.apply(slice, slice.whole(), seed).equals(slice) ? 0 : 1;
        }
        assertEquals(1 - 0.25 * 0.343, changed / 2000.0, 0.02);
    }

    /** Noise of variance 1/3, smoothed: 1/3 / (4 pi sigma²). */
    @Test
    void displacementsHaveTheDeviationOfSmoothedNoise() {
        for (final double sigma : new double[] {4, 20}) {
            double squares = 0;
            int count = 0;
            for (int seed = 0; seed < 60; seed++) {
                final DisplacementField field = new DisplacementField(new Elastic(1, 100, sigma),
                    new Window(0, 0, 64, 64), new SplittableRandom(seed));
                for (int place = -30; place <= 30; place += 10) {
                    squares += Math.pow(field.alongColumns(place, -place), 2) + Math.pow(field.alongRows(place, 5), 2);
                    count += 2;
                }
            }
            final double expected = 100 / Math.sqrt(12 * Math.PI) / sigma;
            assertEquals(expected, Math.sqrt(squares / count), 0.12 * expected);
        }
    }

    @Test
    void displacedPixelsTakeTheirLabelsAlong() {
        final LabelledSlice slice = waves(64, 64);
        final Augmentation elastic = new Augmentation(NONE.flip(), NEVER, new Elastic(1, 200, 10), NEVER, NEVER,
            NONE.grey());
        final LabelledSlice displaced = elastic.apply(slice, slice.whole(), 3);
        assertNotEquals(slice, displaced);
        int wrong = 0;
        for (int i = 0; i < displaced.classes().length; i++) {
            wrong += displaced.classes()[i] >= 0 && Math.abs(displaced.image()[i] - 0.5) > 0.3
                && displaced.classes()[i] != (displaced.image()[i] > 0.5 ? 1 : 0) ? 1 : 0;
        }
        assertEquals(0, wrong);
    }

    @Test
    void greyValuesVaryAndLabelsStay() {
        final LabelledSlice slice = waves(50, 50);
        final Augmentation contrast = grey(new Grey(1, 0.2, 0.3, 0));
        final LabelledSlice changed = contrast.apply(slice, slice.whole(), 4);
        final double factor = (changed.image()[7] - changed.image()[0]) / (slice.image()[7] - slice.image()[0]);
        assertTrue(factor >= 0.8 && factor <= 1.2 && factor != 1, "factor " + factor);
        final double offset = changed.image()[0] - factor * slice.image()[0];
        assertTrue(Math.abs(offset) <= 0.3 && offset != 0, "offset " + offset);
        assertArrayEquals(slice.classes(), changed.classes());
        final LabelledSlice noisy = grey(new Grey(1, 0, 0, 0.5)).apply(slice, slice.whole(), 4);
        double squares = 0;
        double sum = 0;
        for (int i = 0; i < 2500; i++) {
            final double noise = noisy.image()[i] - slice.image()[i];
            squares += noise * noise;
            sum += noise;
        }
        final double deviation = Math.sqrt(squares / 2500);
        assertTrue(deviation > 0.01 && deviation < 0.52, "noise " + deviation);
        assertEquals(0, sum / 2500, 4 * deviation / 50);
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Flip(1.1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Amount(0.5, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new Elastic(0.5, 30, 0));
        assertThrows(IllegalArgumentException.class, () -> new Grey(Double.NaN, 0, 0, 0));
    }

    private static Augmentation with(final Flip flip, final Amount scale, final Amount rotation) {
        return new Augmentation(flip, scale, NONE.elastic(), NEVER, rotation, NONE.grey());
    }

    private static Augmentation grey(final Grey grey) {
        return new Augmentation(NONE.flip(), NEVER, NONE.elastic(), NEVER, NEVER, grey);
    }

    private static void assertImage(final Augmentation augmentation, final int... expected) {
        final LabelledSlice changed = augmentation.apply(SLICE, SLICE.whole(), 1);
        final float[] image = new float[expected.length];
        for (int i = 0; i < image.length; i++) {
            image[i] = expected[i];
        }
        assertArrayEquals(image, changed.image(), 1e-6f);
        assertArrayEquals(Slices.bytes(expected), changed.classes());
    }

    /** Different slopes along rows and columns. */
    private static LabelledSlice ramp(final int edge) {
        final float[] image = new float[edge * edge];
        for (int i = 0; i < image.length; i++) {
            image[i] = i % edge + 3 * (i / edge);
        }
        return Slices.of(edge, image, new int[image.length]);
    }

    /** Stripes with soft edges: class 1 where the image is above 1/2. */
    private static LabelledSlice waves(final int rows, final int columns) {
        final float[] image = new float[rows * columns];
        final int[] classes = new int[image.length];
        for (int i = 0; i < image.length; i++) {
            final double wave = Math.sin((i % columns + 0.3 * (i / columns)) / 4);
            image[i] = (float)(0.5 + 0.5 * Math.tanh(2 * wave));
            classes[i] = image[i] > 0.5 ? 1 : 0;
        }
        return Slices.of(columns, image, classes);
    }
}
