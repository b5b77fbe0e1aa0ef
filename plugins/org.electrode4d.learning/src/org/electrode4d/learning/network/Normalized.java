// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.network;

/** Which convolutions are followed by a batch normalisation. */
public enum Normalized {
    /**
     * All that Keras' network normalises, the last one among them. Its logits have the variance 1 to begin with, and an
     * optimiser that moves the scale by the learning rate needs thousands of steps until they are sure of anything.
     */
    ALL,
    /** All but the last one, so that logits grow as fast as the weights let them. */
    ALL_BUT_OUTPUT,
    /** None. */
    NONE
}
