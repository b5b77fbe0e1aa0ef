// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.forest;

/**
 * The samples of a node while a tree grows.
 *
 * @param members indices of bootstrapped samples; those of the node are from {@code from} to before {@code to}
 * @param copies how often the bootstrap drew each sample
 * @param perClass copies of the node per class
 * @param total copies of the node
 */
record NodeSamples(int[] members, byte[] copies, int from, int to, int[] perClass, int total) {

    static NodeSamples of(final int[] members, final byte[] copies, final int from, final int to,
        final BinnedSamples samples) {
        final int[] perClass = new int[samples.classCount()];
        int total = 0;
        for (int i = from; i < to; i++) {
            perClass[samples.classes()[members[i]]] += copies[members[i]];
            total += copies[members[i]];
        }
        return new NodeSamples(members, copies, from, to, perClass, total);
    }

    boolean isPure() {
        for (final int count : perClass) {
            if (count > 0) {
                return count == total;
            }
        }
        return true;
    }

    /** Moves the samples below a limit to the front; where the others begin. */
    int partition(final byte[] bins, final int limit) {
        int first = from;
        int last = to - 1;
        while (first <= last) {
            final int sample = members[first];
            if ((bins[sample] & 255) < limit) {
                first++;
            } else {
                members[first] = members[last];
                members[last--] = sample;
            }
        }
        return first;
    }
}
