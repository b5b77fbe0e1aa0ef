// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.proximity;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Puts points into an order in which neighbours in space mostly follow each other: along a Z-shaped curve through
 * 1024 x 1024 x 1024 cells (G. M. Morton, IBM, 1966). 12 bytes per point and the time of a sort.
 */
final class SpaceCurve {

    private static final int CODE_BITS = 10;

    private final float[] coordinates;
    private final float[] least = new float[3];
    private final double[] scale = new double[3];

    /** @param coordinates x, y, z of one point after the other; the curve fills their box */
    SpaceCurve(final float[] coordinates) {
        this.coordinates = coordinates;
        for (int axis = 0; axis < 3; axis++) {
            float min = Float.POSITIVE_INFINITY;
            float max = Float.NEGATIVE_INFINITY;
            for (int i = axis; i < coordinates.length; i += 3) {
                min = Math.min(min, coordinates[i]);
                max = Math.max(max, coordinates[i]);
            }
            least[axis] = min;
            scale[axis] = max > min ? ((1 << CODE_BITS) - 1) / ((double)max - min) : 0;
        }
    }

    /**
     * The numbers from 0 to {@code count - 1} in the order of the curve; those in the same cell ascend.
     *
     * @param point which point stands for a number
     */
    int[] order(final int count, final IntUnaryOperator point) {
        final long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = code(point.applyAsInt(i)) << Integer.SIZE | i;
        }
        Arrays.sort(keys);
        final int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = (int)keys[i];
        }
        return order;
    }

    private long code(final int point) {
        long code = 0;
        for (int axis = 0; axis < 3; axis++) {
            final int cell = (int)((coordinates[3 * point + axis] - least[axis]) * scale[axis]);
            for (int bit = 0; bit < CODE_BITS; bit++) {
                code |= (long)(cell >> bit & 1) << 3 * bit + axis;
            }
        }
        return code;
    }
}
