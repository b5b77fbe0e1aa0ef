// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One of the classes that a model tells apart.
 *
 * @param name for people
 * @param labels values of label volumes that belong to it; unmodifiable
 * @param others whether all values that no class names belong to it
 */
public record LabelClass(String name, SortedSet<Integer> labels, boolean others) {

    public LabelClass {
        labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
    }
}
