// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.phase;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Three different phases, in any order.
 *
 * @param first the smallest label
 * @param third the largest one
 */
public record PhaseTriple(int first, int second, int third) implements Comparable<PhaseTriple> {

    private static final Comparator<PhaseTriple> ORDER = Comparator.comparingInt(PhaseTriple::first)
        .thenComparingInt(PhaseTriple::second).thenComparingInt(PhaseTriple::third);

    /** @throws IllegalArgumentException if two of them are the same */
    public PhaseTriple {
        final int[] sorted = IntStream.of(first, second, third).sorted().distinct().toArray();
        if (sorted.length < 3) {
            throw new IllegalArgumentException("Three different phases meet along a line, but " + first + ", " + second
                + " and " + third + " are not.");
        }
        first = sorted[0];
        second = sorted[1];
        third = sorted[2];
    }

    @Override
    public int compareTo(final PhaseTriple other) {
        return ORDER.compare(this, other);
    }
}
