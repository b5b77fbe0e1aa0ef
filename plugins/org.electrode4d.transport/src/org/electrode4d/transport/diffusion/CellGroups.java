// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Elements that are looked at together, such as those of a phase or of a particle.
 *
 * @param labels of the groups, ascending
 * @param groups the group of each element, from 0; -1 for none
 */
public record CellGroups(List<Integer> labels, int[] groups) {

    /** Elements of equal labels. */
    public static CellGroups byLabel(final int[] cellLabels) {
        return byLabel(cellLabels, false);
    }

    /** @param zeroIsNone whether elements with label 0 are in no group */
    public static CellGroups byLabel(final int[] cellLabels, final boolean zeroIsNone) {
        final SortedMap<Integer, Integer> numbers = new TreeMap<>();
        for (final int label : cellLabels) {
            numbers.put(label, -1);
        }
        if (zeroIsNone) {
            numbers.remove(0);
        }
        final List<Integer> labels = new ArrayList<>(numbers.keySet());
        for (int i = 0; i < labels.size(); i++) {
            numbers.put(labels.get(i), i);
        }
        return new CellGroups(List.copyOf(labels),
            Arrays.stream(cellLabels).map(label -> numbers.getOrDefault(label, -1)).toArray());
    }

    int size() {
        return labels.size();
    }
}
