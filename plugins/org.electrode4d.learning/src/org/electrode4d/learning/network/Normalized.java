// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.network;

import org.electrode4d.learning.network.Operation.BatchNormalization;

/** Which convolutions are followed by a batch normalisation. */
public enum Normalized {
    /**
     * All that Keras' network normalises, the last one among them. Its logits have the variance 1 to begin with, and an
     * optimiser that moves the scale by the learning rate needs thousands of steps until they are sure of anything.
     */
    ALL(BatchNormalization.MOMENTUM),
    /**
     * All but the last one, so that logits grow as fast as the weights let them, and with running means that follow
     * within some ten steps: for trainings of hundreds of steps, not thousands.
     */
    ALL_BUT_OUTPUT(0.9),
    /** None. */
    NONE(BatchNormalization.MOMENTUM);

    private final double momentum;

    Normalized(final double momentum) {
        this.momentum = momentum;
    }

    /** Of the running means. */
    public double momentum() {
        return momentum;
    }
}
