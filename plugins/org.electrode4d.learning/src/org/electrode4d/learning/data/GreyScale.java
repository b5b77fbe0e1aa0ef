// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

/**
 * How grey values become those that a network sees: {@code (grey - zero) / unit}.
 *
 * @param zero grey value that becomes 0
 * @param unit how many grey values become 1, above 0
 */
public record GreyScale(double zero, double unit) {

    /** @throws IllegalArgumentException if a number is not finite or the unit is not above 0 */
    public GreyScale {
        if (!Double.isFinite(zero) || !(unit > 0) || Double.isInfinite(unit)) {
            throw new IllegalArgumentException("Grey values need a finite zero and a unit above 0, not " + zero
                + " and " + unit + ".");
        }
    }

    /** Replaces grey values by normalised ones; what is not a finite number becomes 0. */
    public void apply(final float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.isFinite(values[i]) ? (float)((values[i] - zero) / unit) : 0;
        }
    }
}
