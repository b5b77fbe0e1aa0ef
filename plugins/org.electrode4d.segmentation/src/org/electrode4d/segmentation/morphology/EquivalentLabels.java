// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.util.Arrays;

/** Labels 1, 2, ... that may turn out to be of the same component: union-find, where the smallest stands for all. */
final class EquivalentLabels {

    private int[] parent;
    private int[] size;
    private int count;

    EquivalentLabels() {
        parent = new int[1024];
        size = new int[1024];
    }

    /** So many labels, none equivalent to another. */
    EquivalentLabels(final int count) {
        this.count = count;
        parent = new int[count + 1];
        for (int i = 0; i <= count; i++) {
            parent[i] = i;
        }
        size = new int[0];
    }

    int count() {
        return count;
    }

    int add() {
        count++;
        if (count == parent.length) {
            final int more = count + count / 2;
            parent = Arrays.copyOf(parent, more);
            size = Arrays.copyOf(size, more);
        }
        parent[count] = count;
        return count;
    }

    void grow(final int label, final int voxels) {
        size[label] += voxels;
    }

    /** The smallest label known to be equivalent. */
    int find(final int label) {
        int at = label;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** @return the label that stands for both */
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

    /** The voxels of each label, as {@link #grow} counted them. */
    int[] sizes() {
        return size;
    }
}
