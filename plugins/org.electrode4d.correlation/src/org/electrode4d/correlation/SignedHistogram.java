// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

/**
 * How often numbers of either sign and any size occur, in one pass and without knowing their range: bins are as wide as
 * 1/1024 of the power of two that they are in. Quantiles are interpolated within a bin, hence right to 0.1 % of their
 * own size. 4 MiB.
 */
final class SignedHistogram {

    /** Bits of a float that a bin does not tell apart: 13 of the 23 of the mantissa. */
    private static final int SHIFT = 13;
    private static final int ZERO = 1 << 31 - SHIFT;

    private final long[] counts = new long[2 * ZERO];
    private long total;

    /** NaN and infinite values do not count. */
    void add(final float value) {
        if (Math.abs(value) <= Float.MAX_VALUE) {
            counts[bin(value)]++;
            total++;
        }
    }

    /** Adds what another one holds. */
    void add(final SignedHistogram other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        total += other.total;
    }

    long total() {
        return total;
    }

    /**
     * The value that a part of all values does not exceed.
     *
     * @param part 0 to 1
     */
    double quantile(final double part) {
        final double wanted = part * total;
        long below = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0 && below + counts[i] >= wanted) {
                return edge(i) + (wanted - below) / counts[i] * (edge(i + 1) - edge(i));
            }
            below += counts[i];
        }
        return Double.NaN;
    }

    /** Like {@link #quantile}, of the absolute values. */
    double absoluteQuantile(final double part) {
        final double wanted = part * total;
        long below = 0;
        for (int i = 0; i < ZERO; i++) {
            final long count = counts[ZERO + i] + counts[ZERO - 1 - i];
            if (count > 0 && below + count >= wanted) {
                return edge(ZERO + i) + (wanted - below) / count * (edge(ZERO + i + 1) - edge(ZERO + i));
            }
            below += count;
        }
        return Double.NaN;
    }

    /** The median of the distances from a value: walks away from it on both sides, the nearer bin first. */
    double medianDistance(final double from) {
        int left = bin((float)from);
        int right = left + 1;
        long within = 0;
        double distance = Double.NaN;
        while (2 * within < total) {
            final double toLeft = left < 0 ? Double.POSITIVE_INFINITY : Math.abs(centre(left) - from);
            final double toRight = right == counts.length ? Double.POSITIVE_INFINITY : Math.abs(centre(right) - from);
            distance = Math.min(toLeft, toRight);
            within += toLeft <= toRight ? counts[left--] : counts[right++];
        }
        return distance;
    }

    /** The part of all values that is further away from a value than a distance; 0 to 1. */
    double partBeyond(final double from, final double distance) {
        long beyond = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0 && Math.abs(centre(i) - from) > distance) {
                beyond += counts[i];
            }
        }
        return beyond / (double)total;
    }

    /** Floats sort as integers do once the bits of the negative ones are turned over. */
    private static int bin(final float value) {
        final int bits = Float.floatToRawIntBits(value);
        return ((bits ^ bits >> 31 & Integer.MAX_VALUE) >> SHIFT) + ZERO;
    }

    /** The lower edge of a bin. */
    private static double edge(final int bin) {
        final int ordered = bin - ZERO << SHIFT;
        return Float.intBitsToFloat(ordered ^ ordered >> 31 & Integer.MAX_VALUE);
    }

    private static double centre(final int bin) {
        return (edge(bin) + edge(bin + 1)) / 2;
    }
}
