// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import java.util.List;
import java.util.Optional;
import org.electrode4d.learning.data.LabelledSlice;
import org.electrode4d.learning.model.TrainingLog;
import org.electrode4d.learning.network.NetworkGraph;
import org.electrode4d.learning.network.Parameters;

/**
 * What a training ends with.
 *
 * @param parameters of the best epoch
 * @param log of all epochs
 * @param slices where images for training and validation came from
 * @param end why no more epoch followed
 */
public record TrainedNetwork(NetworkGraph graph, Parameters parameters, TrainingLog log, Slices slices, End end) {

    /**
     * Where images came from.
     *
     * @param training such as "T0, slice XY 12"
     * @param validation may be empty
     * @param warning what a user should know about the validation, if there is something
     */
    public record Slices(List<String> training, List<String> validation, Optional<String> warning) {

        static List<String> names(final List<LabelledSlice> slices) {
            return slices.stream().map(slice -> slice.source().toString()).toList();
        }
    }

    /** Why a training ended. */
    public enum End {
        /** All epochs were done. */
        EPOCHS,
        /** The validation did not become better any more. */
        PATIENCE,
        /** The time was over. */
        BUDGET
    }
}
