// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

import java.util.Arrays;

/** Places in the order of the lengths of their paths: a binary heap of primitive numbers, 12 bytes per entry. */
final class FrontHeap {

    private double[] keys = new double[64];
    private int[] places = new int[64];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /** The smallest length. */
    double key() {
        return keys[0];
    }

    void add(final double key, final int place) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            places = Arrays.copyOf(places, 2 * size);
        }
        int at = size++;
        while (at > 0 && keys[at - 1 >> 1] > key) {
            keys[at] = keys[at - 1 >> 1];
            places[at] = places[at - 1 >> 1];
            at = at - 1 >> 1;
        }
        keys[at] = key;
        places[at] = place;
    }

    /** Takes out the place of the smallest length. */
    int poll() {
        final int first = places[0];
        size--;
        final double key = keys[size];
        final int place = places[size];
        int at = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && keys[child + 1] < keys[child]) {
                child++;
            }
            if (keys[child] >= key) {
                break;
            }
            keys[at] = keys[child];
            places[at] = places[child];
            at = child;
            child = 2 * at + 1;
        }
        keys[at] = key;
        places[at] = place;
        return first;
    }

    /** Bytes that the entries take. */
    long bytes() {
        return (long)keys.length * (Double.BYTES + Integer.BYTES);
    }
}
