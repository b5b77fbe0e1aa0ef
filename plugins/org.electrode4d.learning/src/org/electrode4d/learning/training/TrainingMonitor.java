// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.electrode4d.learning.model.EpochRecord;
import org.electrode4d.volume.Progress;

/**
 * What a training tells while it runs, and where it keeps what it needs to go on.
 *
 * @param progress told after each step what was reached, such as "Epoch 3 of 150: loss 0.120, validation Dice 0.930, 12
 *     min left"; asked whether to go on
 * @param listener told of each epoch when it is done, also of those of an earlier process
 * @param checkpoints folder, made where it is missing; empty to keep nothing
 */
public record TrainingMonitor(Progress progress, Consumer<EpochRecord> listener, Optional<Path> checkpoints) {

    /** Tells nobody and keeps nothing. */
    public static final TrainingMonitor NONE = new TrainingMonitor(Progress.NONE, epoch -> { }, Optional.empty());
}
