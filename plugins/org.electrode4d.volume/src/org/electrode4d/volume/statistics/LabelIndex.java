// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.statistics;

import java.util.Arrays;

/**
 * Numbers labels 0, 1, 2, ... in the order in which they are first seen: a hash table of primitive numbers with open
 * addressing, 12 to 20 bytes per label. Reading is safe from several threads as long as none adds.
 */
public final class LabelIndex {

    private static final int GOLDEN = 0x9E3779B9;
    private static final int FIRST_BITS = 4;

    private int bits = FIRST_BITS;
    /** The number of a label plus one; 0 where the place is free. */
    private int[] places = new int[1 << FIRST_BITS];
    private int[] labels = new int[1 << FIRST_BITS - 1];
    private int size;

    public int size() {
        return size;
    }

    /** The label that has a number. */
    public int label(final int index) {
        return labels[index];
    }

    /** The number of a label, or -1. */
    public int find(final int label) {
        return places[place(label)] - 1;
    }

    /** The number of a label, which it gets if it has none yet. */
    public int add(final int label) {
        final int place = place(label);
        if (places[place] > 0) {
            return places[place] - 1;
        }
        if (size == labels.length) {
            grow();
            return add(label);
        }
        labels[size++] = label;
        places[place] = size;
        return size - 1;
    }

    private int place(final int label) {
        final int mask = places.length - 1;
        int place = label * GOLDEN >>> Integer.SIZE - bits;
        while (places[place] > 0 && labels[places[place] - 1] != label) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        bits++;
        places = new int[1 << bits];
        labels = Arrays.copyOf(labels, 1 << bits - 1);
        for (int i = 0; i < size; i++) {
            places[place(labels[i])] = i + 1;
        }
    }
}
