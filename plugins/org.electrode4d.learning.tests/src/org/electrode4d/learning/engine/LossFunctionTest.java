// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.learning.network.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class LossFunctionTest {

    private static final LossFunction CROSS_ENTROPY = new LossFunction(Loss.CROSS_ENTROPY);

    private static final LossFunction DICE = new LossFunction(Loss.DICE);

    /** Probabilities 1/2 and 3/4 of the second class, which is right at both pixels. */
    @Test
    void binaryCrossEntropyIsTheMeanLogarithm() {
        final double[] derivative = new double[2];
        final double value =
            CROSS_ENTROPY.value(row(new int[] {1, 1}, 1, 1), new double[] {0, Math.log(3)}, derivative);
        assertEquals((Math.log(2) + Math.log(4.0 / 3)) / 2, value, 1e-15);
        assertArrayEquals(new double[] {-0.25, -0.125}, derivative, 1e-15);
    }

    @Test
    void softmaxCrossEntropyIsTheMeanLogarithm() {
        final double[] logits = {0, Math.log(2), 0};
        final double[] derivative = new double[3];
        assertEquals(Math.log(4), CROSS_ENTROPY.value(row(new int[] {2}, 1), logits, derivative), 1e-15);
        assertArrayEquals(new double[] {0.25, 0.5, -0.75}, derivative, 1e-15);
    }

    /** Probabilities .5, .5, .5 of labels 0, 0, 1: each class is smoothed by one pixel. */
    @Test
    void diceIsTheMeanOfBothClasses() {
        final double value = DICE.value(row(new int[] {0, 0, 1}, 1, 1, 1), new double[3]);
        final double first = (2 * 1.0 + 1) / (1.5 + 2 + 1);
        final double second = (2 * 0.5 + 1) / (1.5 + 1 + 1);
        assertEquals(1 - (first + second) / 2, value, 1e-15);
    }

    @Test
    void diceLeavesOutWhatIsNotThere() {
        assertEquals(0, DICE.value(row(new int[] {0, 0}, 1, 1), new double[] {-1000, -1000}), 1e-15);
        assertEquals(1 - 1 / 3.0, DICE.value(row(new int[] {0, 0}, 1, 1), new double[] {1000, 1000}), 1e-15);
    }

    @Test
    void weightedPixelsCountMoreAndUnlabelledOnesNothing() {
        final Batch batch = row(new int[] {1, 1, 77}, 3, 1, 0);
        final double[] derivative = {9, 9, 9};
        final double value = CROSS_ENTROPY.value(batch, new double[] {0, Math.log(3), 5}, derivative);
        assertEquals((3 * Math.log(2) + Math.log(4.0 / 3)) / 4, value, 1e-15);
        assertArrayEquals(new double[] {-0.375, -0.0625, 0}, derivative, 1e-15);
    }

    @ParameterizedTest
    @EnumSource
    void nothingLabelledIsNoLoss(final Loss loss) {
        final float[] derivative = {9, 9};
        assertEquals(0, new LossFunction(loss).value(row(new int[] {0, 1}, 0, 0), new float[] {3, 4}, derivative));
        assertArrayEquals(new float[2], derivative);
    }

    @ParameterizedTest
    @EnumSource
    void hugeLogitsDoNotOverflow(final Loss loss) {
        final LossFunction function = new LossFunction(loss);
        final float[] derivative = new float[4];
        final double binary = function.value(row(new int[] {0, 1, 1, 0}, 1, 1, 1, 1),
            new float[] {Float.MAX_VALUE, -Float.MAX_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE}, derivative);
        assertTrue(Double.isFinite(binary) && binary > 0);
        assertArrayEquals(loss == Loss.DICE ? new float[4] : new float[] {0.25f, -0.25f, 0, 0}, derivative);
        final double softmax = function.value(row(new int[] {0}, 1), new float[] {-3e38f, 3e38f, 0}, new float[3]);
        assertTrue(Double.isFinite(softmax) && softmax > 0);
    }

    @Test
    void bothIsTheSum() {
        final Batch batch = row(new int[] {0, 1, 1}, 1, 2, 3);
        final double[] logits = {0.3, -2, 1};
        assertEquals(CROSS_ENTROPY.value(batch, logits) + DICE.value(batch, logits),
            new LossFunction(Loss.CROSS_ENTROPY_AND_DICE).value(batch, logits), 1e-15);
    }

    @Test
    void classesThatTheNetworkDoesNotHaveAreRefused() {
        final IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
            () -> CROSS_ENTROPY.value(row(new int[] {0, 2}, 1, 1), new double[2]));
        assertEquals("A pixel is labelled as class 2, but the network tells 2 classes apart.", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> CROSS_ENTROPY.value(row(new int[] {0, 1}, 1, 1),
            new double[3]));
    }

    private static Batch row(final int[] classes, final float... weights) {
        final byte[] bytes = new byte[classes.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)classes[i];
        }
        return new Batch(Tensor.zeros(1, 1, 1, bytes.length), bytes, weights);
    }
}
