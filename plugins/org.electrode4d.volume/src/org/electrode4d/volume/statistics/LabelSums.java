// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.statistics;

import java.util.Arrays;

/**
 * Sums over the voxels of labels. Coordinates are summed as integers. Grey values are summed run by run as pairs of
 * doubles (T. J. Dekker, Numer. Math. 18, 1971, 224-242), of which the second holds what the first rounds off: exact
 * for integers, and for other numbers to one part in 10^30, so that the order of adding is not seen in the result.
 */
final class LabelSums {

    static final int VOXELS = 0;
    static final int FINITE = 1;
    /** x, y, z. */
    static final int FIRST = 2;
    /** xx, xy, xz, yy, yz, zz. */
    static final int SECOND = 5;
    static final int MIN = 11;
    static final int MAX = 14;
    static final int WHOLE = 17;

    static final int SUM = 0;
    static final int SQUARES = 2;
    static final int LEAST = 4;
    static final int MOST = 5;
    static final int GREY = 6;

    private static final int FIRST_ROOM = 8;

    private final LabelIndex index = new LabelIndex();
    private long[] whole = new long[FIRST_ROOM * WHOLE];
    private double[] grey;

    LabelSums(final boolean withGrey) {
        grey = withGrey ? new double[FIRST_ROOM * GREY] : null;
    }

    LabelIndex index() {
        return index;
    }

    long whole(final int number, final int field) {
        return whole[number * WHOLE + field];
    }

    double grey(final int number, final int field) {
        return grey[number * GREY + field];
    }

    /** The number of a label, with room for its sums. */
    private int number(final int label) {
        final int before = index.size();
        final int number = index.add(label);
        if (number == before) {
            if (whole.length < (number + 1) * WHOLE) {
                whole = Arrays.copyOf(whole, Math.multiplyExact(2 * (number + 1), WHOLE));
                grey = grey == null ? null : Arrays.copyOf(grey, 2 * (number + 1) * GREY);
            }
            Arrays.fill(whole, number * WHOLE + MIN, number * WHOLE + MAX, Long.MAX_VALUE);
            Arrays.fill(whole, number * WHOLE + MAX, number * WHOLE + WHOLE, Long.MIN_VALUE);
            if (grey != null) {
                grey[number * GREY + LEAST] = Double.POSITIVE_INFINITY;
                grey[number * GREY + MOST] = Double.NEGATIVE_INFINITY;
            }
        }
        return number;
    }

    /** Adds voxels that follow each other along x. @return the number of the label */
    int addRun(final int label, final long x, final int length, final long y, final long z) {
        final int number = number(label);
        final int at = number * WHOLE;
        final long last = x + length - 1;
        final long sumX = length * (x + last) / 2;
        whole[at + VOXELS] += length;
        whole[at + FIRST] += sumX;
        whole[at + FIRST + 1] += length * y;
        whole[at + FIRST + 2] += length * z;
        whole[at + SECOND] += length * x * x + x * length * (length - 1L) + squares(length - 1L);
        whole[at + SECOND + 1] += sumX * y;
        whole[at + SECOND + 2] += sumX * z;
        whole[at + SECOND + 3] += length * y * y;
        whole[at + SECOND + 4] += length * y * z;
        whole[at + SECOND + 5] += length * z * z;
        include(at, x, y, z);
        include(at, last, y, z);
        return number;
    }

    /** 1 + 4 + 9 + ... + n². */
    private static long squares(final long n) {
        return n * (n + 1) * (2 * n + 1) / 6;
    }

    private void include(final int at, final long x, final long y, final long z) {
        whole[at + MIN] = Math.min(whole[at + MIN], x);
        whole[at + MIN + 1] = Math.min(whole[at + MIN + 1], y);
        whole[at + MIN + 2] = Math.min(whole[at + MIN + 2], z);
        whole[at + MAX] = Math.max(whole[at + MAX], x);
        whole[at + MAX + 1] = Math.max(whole[at + MAX + 1], y);
        whole[at + MAX + 2] = Math.max(whole[at + MAX + 2], z);
    }

    /** Adds the grey values of a run; values that are no finite numbers are left out. */
    void addGrey(final int number, final float[] values, final int from, final int to) {
        double sum = 0;
        double sumRest = 0;
        double squares = 0;
        double squaresRest = 0;
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        int finite = 0;
        for (int i = from; i < to; i++) {
            final float value = values[i];
            if (Float.isFinite(value)) {
                finite++;
                final double square = (double)value * value;
                final double nextSum = sum + value;
                sumRest += rest(sum, value, nextSum);
                sum = nextSum;
                final double nextSquares = squares + square;
                squaresRest += rest(squares, square, nextSquares);
                squares = nextSquares;
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        whole[number * WHOLE + FINITE] += finite;
        addPair(number * GREY + SUM, sum, sumRest);
        addPair(number * GREY + SQUARES, squares, squaresRest);
        addRange(number * GREY, least, most);
    }

    /** What rounding took from a sum: D. E. Knuth, The Art of Computer Programming 2, 4.2.2, theorem B. */
    private static double rest(final double a, final double b, final double sum) {
        final double part = sum - a;
        return a - (sum - part) + (b - part);
    }

    private void addRange(final int at, final double least, final double most) {
        grey[at + LEAST] = Math.min(grey[at + LEAST], least);
        grey[at + MOST] = Math.max(grey[at + MOST], most);
    }

    private void addPair(final int at, final double high, final double low) {
        final double sum = grey[at] + high;
        final double rest = rest(grey[at], high, sum) + (grey[at + 1] + low);
        grey[at] = sum + rest;
        grey[at + 1] = rest - (grey[at] - sum);
    }

    /** Adds the sums of other voxels. */
    void add(final LabelSums other) {
        for (int i = 0; i < other.index.size(); i++) {
            final int number = number(other.index.label(i));
            final int to = number * WHOLE;
            final int from = i * WHOLE;
            for (int field = 0; field < MIN; field++) {
                whole[to + field] += other.whole[from + field];
            }
            include(to, other.whole[from + MIN], other.whole[from + MIN + 1], other.whole[from + MIN + 2]);
            include(to, other.whole[from + MAX], other.whole[from + MAX + 1], other.whole[from + MAX + 2]);
            if (grey != null) {
                final int at = i * GREY;
                addPair(number * GREY + SUM, other.grey[at + SUM], other.grey[at + SUM + 1]);
                addPair(number * GREY + SQUARES, other.grey[at + SQUARES], other.grey[at + SQUARES + 1]);
                addRange(number * GREY, other.grey[at + LEAST], other.grey[at + MOST]);
            }
        }
    }
}
