// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import org.apache.commons.math3.special.Erf;
import org.electrode4d.phantom.CounterRandom;

/**
 * Normal numbers that belong to indices, about ten times as fast as {@link CounterRandom#normal}: the inverse of the
 * normal distribution from a table, linear between its 4096 steps. Mean 0, standard deviation 1 within 0.1 %, no number
 * beyond 4.
 */
final class NormalNoise {

    private static final int BITS = 12;
    private static final int STEPS = 1 << BITS;
    private static final float FRACTION = 0x1p-24f;
    private static final float[] INVERSE = new float[STEPS + 1];

    static {
        for (int i = 1; i < STEPS; i++) {
            INVERSE[i] = (float)(Math.sqrt(2) * Erf.erfInv(2.0 * i / STEPS - 1));
        }
        // so that the last steps have the mean of the tails
        INVERSE[0] = -4;
        INVERSE[STEPS] = 4;
    }

    private final CounterRandom random;

    NormalNoise(final CounterRandom random) {
        this.random = random;
    }

    float at(final long index) {
        final long bits = random.bits(index);
        final int step = (int)(bits >>> 64 - BITS);
        final float part = (int)(bits >>> 16 & 0xffffff) * FRACTION;
        return INVERSE[step] + part * (INVERSE[step + 1] - INVERSE[step]);
    }
}
