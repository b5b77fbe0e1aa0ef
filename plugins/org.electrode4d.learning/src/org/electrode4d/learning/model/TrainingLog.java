// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happened in a training.
 *
 * @param settings by name, for people; unmodifiable
 * @param epochs in their order
 * @param bestEpoch the one whose parameters were kept, counted from 1; 0 where there are no epochs
 */
public record TrainingLog(SortedMap<String, String> settings, List<EpochRecord> epochs, int bestEpoch) {

    /** Of a model that was not trained in epochs, or elsewhere. */
    public static final TrainingLog NONE = new TrainingLog(Collections.emptySortedMap(), List.of(), 0);

    public TrainingLog {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        epochs = List.copyOf(epochs);
    }

    /** Index of the best epoch in the list of epochs. */
    public OptionalInt best() {
        for (int i = 0; i < epochs.size(); i++) {
            if (epochs.get(i).epoch() == bestEpoch) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
