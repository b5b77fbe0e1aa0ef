// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

/**
 * What is known of a voxel while a relief is flooded, in one int, so that a flood needs 4 bytes per voxel: 0 outside,
 * a positive key that grows with the height before the flood has reached it, and a negative code of its region after.
 *
 * <p>Keys hold the sign, the exponent and 21 bits of the mantissa of a float, so that heights which agree to 5e-7 of
 * their value count as equal; integers up to 2^21 are exact.
 */
final class FloodCode {

    static final int OUTSIDE = 0;

    /** Marks a key: the voxel is already in the list of those to be flooded. */
    static final int LISTED = 1 << 30;

    /** Set in a label: the label counts only after the whole ring of voxels has got theirs. */
    private static final int PENDING = 1;

    /** Set in a label: a voxel of a marker that no connected part has claimed yet. */
    private static final int UNCLAIMED = 2;

    private static final int FLAGS = 3;

    private FloodCode() {
    }

    /** The key of a height, at most that of the largest float; what is not a number is {@link #OUTSIDE}. */
    static int ofHeight(final float height) {
        if (Float.isNaN(height)) {
            return OUTSIDE;
        }
        final float finite = Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, height + 0.0f));
        final int bits = Float.floatToRawIntBits(finite);
        return (bits ^ (bits >> 31 | Integer.MIN_VALUE)) >>> 2;
    }

    /** The height of a key, to 2.5e-7 of its value. */
    static float height(final int key) {
        final int bits = key << 2 | 2;
        return Float.intBitsToFloat(bits < 0 ? bits ^ Integer.MIN_VALUE : ~bits);
    }

    /** Whether a voxel waits for being flooded and is in no list yet. */
    static boolean isUnlisted(final int code) {
        return code > 0 && code < LISTED || code < 0 && (~code & UNCLAIMED) != 0;
    }

    /** The code of a voxel that is {@link #isUnlisted} after it was listed. */
    static int listed(final int code) {
        return code > 0 ? code | LISTED : ~(~code & ~UNCLAIMED);
    }

    /** @param region 1 to 2^29 - 1 */
    static int ofRegion(final int region) {
        return ~(region << 2);
    }

    static int pending(final int region) {
        return ~(region << 2 | PENDING);
    }

    static int unclaimed(final int region) {
        return ~(region << 2 | UNCLAIMED);
    }

    static boolean isPending(final int code) {
        return code < 0 && (~code & PENDING) != 0;
    }

    static int settled(final int pending) {
        return ~(~pending & ~PENDING);
    }

    /** Whether the code is a label that counts. */
    static boolean isRegion(final int code) {
        return code < 0 && (~code & FLAGS) == 0;
    }

    static int region(final int code) {
        return ~code >> 2;
    }
}
