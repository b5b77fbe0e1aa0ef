// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.network;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a network has learned: tensors by the names that {@link Layer} gives them. Kernels are {@code [out, in, row,
 * column]} (a correlation: not flipped), all others {@code [channel]}.
 *
 * @param tensors by name; unmodifiable
 */
public record Parameters(SortedMap<String, Tensor> tensors) {

    public Parameters {
        tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
    }

    /** How many numbers these are. */
    public long count() {
        return tensors.values().stream().mapToLong(tensor -> tensor.values().length).sum();
    }
}
