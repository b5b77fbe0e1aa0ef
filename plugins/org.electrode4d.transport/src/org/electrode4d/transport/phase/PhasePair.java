// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.phase;

/**
 * Two different phases, in any order.
 *
 * @param first the smaller label
 * @param second the larger one
 */
public record PhasePair(int first, int second) implements Comparable<PhasePair> {

    /** @throws IllegalArgumentException for a phase and itself */
    public PhasePair {
        if (first == second) {
            throw new IllegalArgumentException("Label " + first + " has no interface with itself. Name two phases.");
        }
        final int smaller = Math.min(first, second);
        second = Math.max(first, second);
        first = smaller;
    }

    public boolean has(final int label) {
        return first == label || second == label;
    }

    @Override
    public int compareTo(final PhasePair other) {
        return first != other.first ? Integer.compare(first, other.first) : Integer.compare(second, other.second);
    }
}
