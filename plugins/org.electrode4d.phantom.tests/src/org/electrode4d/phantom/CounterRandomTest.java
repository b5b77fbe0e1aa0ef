// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CounterRandomTest {

    private static final int COUNT = 200_000;

    private final CounterRandom random = CounterRandom.of(42);

    @Property
    void nthNumberIsTheNthOfSplitMix(@ForAll final long key) {
        final CounterRandom counter = new CounterRandom(key);
        final SplittableRandom stepping = new SplittableRandom(key);
        for (int i = 0; i < 20; i++) {
            assertEquals(stepping.nextLong(), counter.bits(i));
        }
    }

    @Property
    void everyWordCounts(@ForAll final long seed, @ForAll final long word) {
        final long number = CounterRandom.of(seed, word).bits(0);
        assertNotEquals(number, CounterRandom.of(seed + 1, word).bits(0));
        assertNotEquals(number, CounterRandom.of(seed, word + 1).bits(0));
        assertNotEquals(number, CounterRandom.of(seed, word, 0).bits(0));
    }

    @Property
    void uniformStaysInRange(@ForAll final long seed, @ForAll final long index) {
        final double uniform = CounterRandom.of(seed).between(3, 4, index);
        assertTrue(uniform >= 3 && uniform < 4, () -> "was " + uniform);
    }

    @Test
    void normalHasTheMomentsOfANormal() {
        final double[] moments = new double[5];
        for (int i = 0; i < COUNT; i++) {
            final double value = random.normal(i);
            for (int power = 1; power <= 4; power++) {
                moments[power] += Math.pow(value, power) / COUNT;
            }
        }
        // five standard errors: sqrt(1, 2, 15, 96) / sqrt(n)
        assertEquals(0, moments[1], 0.0112);
        assertEquals(1, moments[2], 0.0158);
        assertEquals(0, moments[3], 0.0433);
        assertEquals(3, moments[4], 0.110);
    }

    @Test
    void neighboursAreUncorrelated() {
        double sum = 0;
        for (int i = 0; i < COUNT; i++) {
            sum += random.normal(i) * random.normal(i + 1) / COUNT;
        }
        assertEquals(0, sum, 0.0112);
    }

    @Test
    void poissonHasItsMeanAsMeanAndVariance() {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < COUNT; i++) {
            final int count = random.poisson(8, i);
            sum += count;
            squares += (double)count * count;
        }
        final double mean = sum / COUNT;
        assertEquals(8, mean, 0.032);
        assertEquals(8, squares / COUNT - mean * mean, 0.13);
    }
}
