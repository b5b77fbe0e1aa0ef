// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.electrode4d.segmentation.PairCounts;

/**
 * Unites regions that are too small with the neighbour with which they have most faces of voxels in common: the
 * smallest first, and of several neighbours or regions with equal rights the one with the smaller number. What touches
 * no other region stays as it is.
 */
final class SmallRegions {

    private final long[] sizes;
    private final int[] target;
    private final Map<Integer, Map<Integer, Long>> contacts = new HashMap<>();

    private record Candidate(long size, int number) {
    }

    /** @param faces that pairs of regions have in common, the smaller number first */
    SmallRegions(final PairCounts faces, final long[] sizes) {
        this.sizes = sizes;
        target = new int[sizes.length];
        for (int number = 0; number < sizes.length; number++) {
            target[number] = number;
        }
        for (final PairCounts.Entry pair : faces.entries()) {
            of(pair.first()).put(pair.second(), pair.count());
            of(pair.second()).put(pair.first(), pair.count());
        }
    }

    private Map<Integer, Long> of(final int number) {
        return contacts.computeIfAbsent(number, key -> new HashMap<>());
    }

    long size(final int number) {
        return sizes[number];
    }

    /** The region that each one is part of afterwards. */
    int[] unite(final long least) {
        final PriorityQueue<Candidate> queue = new PriorityQueue<>(
            Comparator.comparingLong(Candidate::size).thenComparingInt(Candidate::number));
        for (int number = 1; number < sizes.length; number++) {
            offer(number, least, queue);
        }
        while (!queue.isEmpty()) {
            final Candidate smallest = queue.poll();
            final int number = smallest.number();
            if (target[number] == number && sizes[number] == smallest.size() && !of(number).isEmpty()) {
                final int neighbour = of(number).entrySet().stream().max(Map.Entry.<Integer, Long>comparingByValue()
                    .thenComparing(Map.Entry.<Integer, Long>comparingByKey().reversed())).orElseThrow().getKey();
                unite(number, neighbour);
                offer(neighbour, least, queue);
            }
        }
        for (int number = 1; number < target.length; number++) {
            target[number] = root(number);
        }
        return target;
    }

    private void offer(final int number, final long least, final PriorityQueue<Candidate> queue) {
        if (sizes[number] < least) {
            queue.add(new Candidate(sizes[number], number));
        }
    }

    private void unite(final int small, final int neighbour) {
        target[small] = neighbour;
        sizes[neighbour] += sizes[small];
        for (final Map.Entry<Integer, Long> contact : contacts.remove(small).entrySet()) {
            of(contact.getKey()).remove(small);
            if (contact.getKey() != neighbour) {
                of(contact.getKey()).merge(neighbour, contact.getValue(), Long::sum);
                of(neighbour).merge(contact.getKey(), contact.getValue(), Long::sum);
            }
        }
    }

    private int root(final int number) {
        int root = number;
        while (target[root] != root) {
            root = target[root];
        }
        return root;
    }
}
