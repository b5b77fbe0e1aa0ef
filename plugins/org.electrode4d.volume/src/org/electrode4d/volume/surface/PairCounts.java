// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.surface;

import java.util.Arrays;

/**
 * Crossings between two labels by kind of direction: a hash table of primitive numbers with open addressing. A pair is
 * two numbers of labels, of which the first is the smaller.
 */
public final class PairCounts {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int FIRST_BITS = 4;

    private int bits = FIRST_BITS;
    private int[] places = new int[1 << FIRST_BITS];
    private long[] pairs = new long[1 << FIRST_BITS - 1];
    private long[] counts = new long[LineDirections.KINDS << FIRST_BITS - 1];
    private int size;

    public int size() {
        return size;
    }

    public int first(final int index) {
        return (int)(pairs[index] >>> Integer.SIZE);
    }

    public int second(final int index) {
        return (int)pairs[index];
    }

    long count(final int index, final int kind) {
        return counts[index * LineDirections.KINDS + kind];
    }

    /** Crossings along x, y and z: faces that the two share. */
    public long faces(final int index) {
        return count(index, 0) + count(index, 1) + count(index, 2);
    }

    public double area(final int index, final CroftonWeights weights) {
        return weights.area(counts, index * LineDirections.KINDS);
    }

    /** Adds crossings between two different numbers, in any order. */
    void add(final int one, final int other, final int kind, final long crossings) {
        final long pair = (long)Math.min(one, other) << Integer.SIZE | Math.max(one, other);
        final int index = index(pair);
        counts[index * LineDirections.KINDS + kind] += crossings;
    }

    private int index(final long pair) {
        int place = place(pair);
        if (places[place] == 0) {
            if (size == pairs.length) {
                grow();
                place = place(pair);
            }
            pairs[size++] = pair;
            places[place] = size;
        }
        return places[place] - 1;
    }

    private int place(final long pair) {
        int place = (int)(pair * GOLDEN >>> Long.SIZE - bits);
        while (places[place] > 0 && pairs[places[place] - 1] != pair) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }

    private void grow() {
        bits++;
        places = new int[1 << bits];
        pairs = Arrays.copyOf(pairs, 1 << bits - 1);
        counts = Arrays.copyOf(counts, Math.multiplyExact(LineDirections.KINDS, 1 << bits - 1));
        for (int i = 0; i < size; i++) {
            places[place(pairs[i])] = i + 1;
        }
    }
}
