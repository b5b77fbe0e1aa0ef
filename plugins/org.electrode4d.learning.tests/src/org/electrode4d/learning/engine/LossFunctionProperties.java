// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.electrode4d.learning.network.Tensor;

final class LossFunctionProperties {

    private static final int PIXELS = 12;

    @Property(tries = 200)
    void derivativeIsTheLimitOfDifferences(@ForAll final Loss loss,
        @ForAll @IntRange(min = 1, max = 4) final int outputs, @ForAll final long seed) {
        final LossFunction function = new LossFunction(loss);
        final Batch batch = batch(outputs, seed, 1);
        final double[] logits = logits(outputs, seed);
        final double[] derivative = new double[logits.length];
        function.value(batch, logits, derivative);
        final double step = 1e-5;
        for (int i = 0; i < logits.length; i++) {
            final double before = logits[i];
            logits[i] = before + step;
            final double more = function.value(batch, logits);
            logits[i] = before - step;
            final double less = function.value(batch, logits);
            logits[i] = before;
            assertEquals((more - less) / (2 * step), derivative[i], 1e-8);
        }
    }

    @Property(tries = 100)
    void unitOfTheWeightsDoesNotMatter(@ForAll final Loss loss, @ForAll @IntRange(min = 1, max = 4) final int outputs,
            @ForAll final long seed, @ForAll @DoubleRange(min = 0.01, max = 100) final double unit) {
        final LossFunction function = new LossFunction(loss);
        final double[] logits = logits(outputs, seed);
        assertEquals(function.value(batch(outputs, seed, 1), logits),
            function.value(batch(outputs, seed, (float)unit), logits), 1e-5);
    }

    /** The softmax of logits (0, z) is the sigmoid of z. */
    @Property(tries = 100)
    void twoOutputsAreOneIfTheFirstIsZero(@ForAll final Loss loss, @ForAll final long seed) {
        final LossFunction function = new LossFunction(loss);
        final double[] one = logits(1, seed);
        final double[] two = new double[2 * one.length];
        for (int i = 0; i < one.length; i++) {
            two[i / 6 * 12 + 6 + i % 6] = one[i];
        }
        assertEquals(function.value(batch(1, seed, 1), one), function.value(batch(2, seed, 1), two), 1e-12);
    }

    @Property(tries = 100)
    void classesMayChangePlaces(@ForAll final Loss loss, @ForAll final long seed) {
        final LossFunction function = new LossFunction(loss);
        final Batch batch = batch(1, seed, 1);
        final double[] logits = logits(1, seed);
        final double value = function.value(batch, logits);
        for (int i = 0; i < logits.length; i++) {
            logits[i] = -logits[i];
            batch.classes()[i] = (byte)(1 - batch.classes()[i]);
        }
        assertEquals(value, function.value(batch, logits), 1e-12);
    }

    @Property(tries = 100)
    void engineOfSinglePrecisionGetsTheSameNumbers(@ForAll final Loss loss,
            @ForAll @IntRange(min = 1, max = 4) final int outputs, @ForAll final long seed) {
        final LossFunction function = new LossFunction(loss);
        final Batch batch = batch(outputs, seed, 1);
        final double[] logits = logits(outputs, seed);
        final float[] single = new float[logits.length];
        for (int i = 0; i < single.length; i++) {
            single[i] = (float)logits[i];
            logits[i] = single[i];
        }
        final double[] derivative = new double[logits.length];
        final float[] rounded = new float[logits.length];
        assertEquals(function.value(batch, logits, derivative), function.value(batch, single, rounded));
        final float[] expected = new float[logits.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (float)derivative[i];
        }
        assertArrayEquals(expected, rounded);
    }

    /** Two images of 2 x 3 pixels, a third of them unlabelled. */
    private static Batch batch(final int outputs, final long seed, final float unit) {
        final SplittableRandom random = new SplittableRandom(seed);
        final byte[] classes = new byte[PIXELS];
        final float[] weights = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            classes[i] = (byte)random.nextInt(Math.max(2, outputs));
            weights[i] = random.nextInt(3) == 0 ? 0 : unit * (float)(0.1 + random.nextDouble());
        }
        return new Batch(Tensor.zeros(2, 1, 2, 3), classes, weights);
    }

    private static double[] logits(final int outputs, final long seed) {
        return new SplittableRandom(seed + 1).doubles((long)outputs * PIXELS, -4, 4).toArray();
    }
}
