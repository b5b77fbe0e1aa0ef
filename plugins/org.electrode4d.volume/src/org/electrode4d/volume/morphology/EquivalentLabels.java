// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

import java.util.Arrays;

/** Labels 1, 2, ... that may turn out to be of the same component: union-find, where the smallest stands for all. */
final class EquivalentLabels {

    private static final int INITIAL = 1024;

    private final LabelAllowance allowance;
    private int[] parent;
    private int[] size;
    private int count;

    /** No label yet, and as many to come as the allowance has. */
    EquivalentLabels(final LabelAllowance allowance) {
        this.allowance = allowance;
        parent = new int[INITIAL];
        size = new int[INITIAL];
    }

    /** So many labels, none equivalent to another, without sizes. */
    EquivalentLabels(final int count) {
        allowance = null;
        this.count = count;
        parent = new int[count + 1];
        for (int i = 0; i <= count; i++) {
            parent[i] = i;
        }
        size = new int[0];
    }

    /** A new label, equivalent to no other. */
    int add() {
        count++;
        if (count == parent.length) {
            final int more = count / 2;
            allowance.take(more);
            parent = Arrays.copyOf(parent, count + more);
            size = Arrays.copyOf(size, count + more);
        }
        parent[count] = count;
        return count;
    }

    void grow(final int label, final int voxels) {
        size[label] += voxels;
    }

    /** @return the label that stands for both from now on */
    int join(final int first, final int second) {
        final int one = find(first);
        final int other = find(second);
        if (one < other) {
            parent[other] = one;
            return one;
        }
        parent[one] = other;
        return other;
    }

    private int find(final int label) {
        int at = label;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /**
     * Numbers the sets of equivalent labels 1, 2, ... in the order of their smallest members.
     *
     * @return numbers by label
     */
    int[] numbers() {
        final int[] numbers = new int[count + 1];
        int next = 0;
        for (int label = 1; label <= count; label++) {
            // the parent is smaller, and so has its number already
            numbers[label] = parent[label] == label ? ++next : numbers[parent[label]];
        }
        return numbers;
    }

    /** What the labels grew by together, by the numbers that {@link #numbers} gave them. */
    int[] sizes(final int[] numbers) {
        final int[] sizes = new int[Arrays.stream(numbers).max().orElse(0) + 1];
        for (int label = 1; label <= count; label++) {
            sizes[numbers[label]] += size[label];
        }
        return sizes;
    }
}
