// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

/**
 * What stands beyond the border of a volume. With the values {@code a b c d} in a row:
 */
public enum Extension {
    /** {@code a a a | a b c d | d d d}. */
    REPLICATE,
    /** {@code d c b | a b c d | c b a}: the border voxel is not repeated; repeated mirrors beyond. */
    MIRROR,
    /** {@code 0 0 0 | a b c d | 0 0 0}. */
    ZERO,
    /** Not a number: marks values that do not exist. */
    NAN;

    /** Where the value at {@code position} stands in a row of {@code size} voxels; -1 where it is a constant. */
    long source(final long position, final long size) {
        if (position >= 0 && position < size) {
            return position;
        }
        return switch (this) {
            case REPLICATE -> position < 0 ? 0 : size - 1;
            case MIRROR -> mirror(position, size);
            default -> -1;
        };
    }

    /** The constant of ZERO and NAN. */
    float constant() {
        return this == NAN ? Float.NaN : 0;
    }

    private static long mirror(final long position, final long size) {
        if (size == 1) {
            return 0;
        }
        final long period = 2 * (size - 1);
        final long phase = Math.floorMod(position, period);
        return phase < size ? phase : period - phase;
    }
}
