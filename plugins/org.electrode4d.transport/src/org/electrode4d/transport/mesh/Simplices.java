// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

/** The elements of a mesh as they are made, in arrays whose size is known before. */
final class Simplices {

    private final int[] cells;
    private final int[] phases;
    private int size;
    private int written;

    Simplices(final int dimension, final int count) {
        cells = new int[Math.multiplyExact(dimension + 1, count)];
        phases = new int[count];
    }

    void add(final int phase, final int a, final int b, final int c) {
        phases[size++] = phase;
        cells[written++] = a;
        cells[written++] = b;
        cells[written++] = c;
    }

    void add(final int phase, final int a, final int b, final int c, final int d) {
        add(phase, a, b, c);
        cells[written++] = d;
    }

    int[] cells() {
        return cells;
    }

    int[] phases() {
        return phases;
    }
}
