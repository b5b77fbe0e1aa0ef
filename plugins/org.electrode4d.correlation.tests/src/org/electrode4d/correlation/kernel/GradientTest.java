// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.electrode4d.volume.Block;
import org.junit.jupiter.api.Test;

final class GradientTest {

    private static final int N = 24;

    private static Patch patch(final IntToDoubleFunction grey) {
        final float[] values = new float[N * N * N];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float)grey.applyAsDouble(i);
        }
        return Patch.of(new Block(5, 6, 7, N, N, N), values);
    }

    private static boolean isInner(final int i) {
        return Math.min(i % N, Math.min(i / N % N, i / N / N)) > 0
            && Math.max(i % N, Math.max(i / N % N, i / N / N)) < N - 1;
    }

    @Test
    void aPlaneOfGreysHasItsSlopesEverywhereInside() {
        final Gradient gradient = patch(i -> 3 * (i % N) - 2 * (i / N % N) + 7 * (i / N / N)).gradient();
        for (int i = 0; i < N * N * N; i++) {
            if (isInner(i)) {
                assertEquals(3, gradient.x[i], 1e-4);
                assertEquals(-2, gradient.y[i], 1e-4);
                assertEquals(7, gradient.z[i], 1e-4);
            }
        }
    }

    /** Of plain differences half of the noise's variance would be left; the weights leave (3/8)^2 of that. */
    @Test
    void theWeightsTakeMostOfTheNoiseAway() {
        final Random random = new Random(1);
        final Gradient gradient = patch(i -> random.nextGaussian()).gradient();
        for (final float[] component : new float[][] {gradient.x, gradient.y, gradient.z}) {
            double squares = 0;
            int count = 0;
            for (int i = 0; i < component.length; i++) {
                if (isInner(i)) {
                    squares += component[i] * component[i];
                    count++;
                }
            }
            assertEquals(0.5 * 9 / 64, squares / count, 0.007);
        }
    }

    @Test
    void besideAHoleThereIsNone() {
        final int hole = (10 * N + 10) * N + 10;
        final Gradient gradient = patch(i -> i == hole ? Double.NaN : i % 7).gradient();
        assertTrue(Float.isNaN(gradient.x[hole + 1 + N + N * N]));
        assertTrue(Float.isNaN(gradient.y[hole + 1]) || Float.isNaN(gradient.x[hole + 1]));
        assertEquals(gradient.x[hole + 2], gradient.x[hole + 2]);
    }
}
