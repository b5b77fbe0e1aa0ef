// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Round numbers for scales: multiples of 1, 2 or 5 times a power of ten.
 */
public final class Ticks {

    private Ticks() {
    }

    /** The largest round number up to a value above zero. */
    static double roundDown(final double value) {
        final double power = Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
        final double digit = value / power;
        return power * (digit >= 5 - 1e-9 ? 5 : digit >= 2 - 1e-9 ? 2 : 1);
    }

    /** Round numbers within a range, at least two and hardly more than wanted. */
    public static List<Double> within(final ValueRange range, final int wanted) {
        final double step = step(range, wanted);
        final List<Double> ticks = new ArrayList<>();
        final long first = (long)Math.ceil(range.min() / step - 1e-6);
        for (long i = first; i * step <= range.max() + 1e-6 * step; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** The distance of ticks, small enough for two of them. */
    public static double step(final ValueRange range, final int wanted) {
        double step = roundDown((range.max() - range.min()) / Math.max(1, wanted - 1));
        while (Math.floor(range.max() / step) - Math.ceil(range.min() / step) < 1) {
            step = roundDown(0.6 * step);
        }
        return step;
    }

    /** A number with no more digits than a step between its neighbours needs. */
    public static String text(final double value, final double step) {
        final int digits = (int)Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        final double largest = Math.max(Math.abs(value), step);
        if (largest < 1e-3 || largest >= 1e6) {
            final int decimals = Math.max(0, (int)(Math.floor(Math.log10(largest)) - Math.floor(Math.log10(step))));
            return Math.abs(value) < 0.5 * step ? "0" : String.format(Locale.ROOT, "%." + decimals + "e", value);
        }
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }
}
