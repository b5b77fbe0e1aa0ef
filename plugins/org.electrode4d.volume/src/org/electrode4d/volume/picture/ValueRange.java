// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.picture;

import java.util.Arrays;

/**
 * The values that get the first and the last colour.
 */
public record ValueRange(double min, double max) {

    /** @throws IllegalArgumentException unless both are finite and the first is the smaller */
    public ValueRange {
        if (!(min < max) || Double.isInfinite(max - min)) {
            throw new IllegalArgumentException("A range of values needs two finite numbers, the smaller first, not "
                + min + " and " + max + ".");
        }
    }

    /** From minus to plus a value, for quantities around zero. */
    public static ValueRange symmetric(final double extreme) {
        return new ValueRange(-extreme, extreme);
    }

    /** Around all finite values but the lowest and the highest 0.5 %; 0 to 1 where there are none. */
    static ValueRange of(final float[] values, final boolean symmetric) {
        final double[] sorted = finite(values);
        if (sorted.length == 0) {
            return new ValueRange(0, 1);
        }
        Arrays.sort(sorted);
        final int cut = sorted.length / 200;
        final double low = sorted[cut];
        final double high = sorted[sorted.length - 1 - cut];
        if (symmetric) {
            final double extreme = Math.max(Math.abs(low), Math.abs(high));
            return symmetric(extreme > 0 ? extreme : 1);
        }
        return low < high ? new ValueRange(low, high) : new ValueRange(low - 0.5, low + 0.5);
    }

    private static double[] finite(final float[] values) {
        final double[] finite = new double[values.length];
        int count = 0;
        for (final float value : values) {
            if (Float.isFinite(value)) {
                finite[count++] = value;
            }
        }
        return Arrays.copyOf(finite, count);
    }

    /** Where a value is in the range, 0 to 1 inside. */
    double part(final double value) {
        return (value - min) / (max - min);
    }
}
