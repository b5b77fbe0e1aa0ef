// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ProbabilitiesTest {

    @Test
    void oneOutputIsTheSigmoidOfTheSecondClass() {
        final Tensor logits = new Tensor(new int[] {2, 1, 1, 2}, new float[] {0, (float)Math.log(3), -1000, 1000});
        final Tensor probabilities = Probabilities.of(logits);
        assertArrayEquals(new int[] {2, 2, 1, 2}, probabilities.shape());
        assertArrayEquals(new float[] {0.5f, 0.25f, 0.5f, 0.75f, 1, 0, 0, 1}, probabilities.values(), 1e-7f);
        assertArrayEquals(new byte[] {0, 1, 0, 1}, Probabilities.argmax(probabilities));
    }

    @Test
    void severalOutputsAreASoftmax() {
        final float two = (float)Math.log(2);
        final Tensor logits = new Tensor(new int[] {1, 3, 1, 2}, new float[] {0, 3e38f, two, 0, 0, -3e38f});
        final Tensor probabilities = Probabilities.of(logits);
        assertArrayEquals(new float[] {0.25f, 1, 0.5f, 0, 0.25f, 0}, probabilities.values(), 1e-7f);
        assertArrayEquals(new byte[] {1, 0}, Probabilities.argmax(probabilities));
    }

    @Test
    void smallProbabilitiesAreNotRoundedAway() {
        final Tensor logits = new Tensor(new int[] {1, 1, 1, 1}, new float[] {30});
        assertEquals(Math.exp(-30), Probabilities.of(logits).values()[0], 1e-20);
    }

    @Test
    void theFirstOfEqualClassesWins() {
        final Tensor probabilities = new Tensor(new int[] {1, 3, 1, 1}, new float[] {0.2f, 0.4f, 0.4f});
        assertArrayEquals(new byte[] {1}, Probabilities.argmax(probabilities));
    }
}
