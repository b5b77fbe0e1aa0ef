// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

/** How far logits are from what was labelled; see {@link LossFunction}. */
public enum Loss {
    /** Cross entropy: binary for one output channel (sigmoid), else of the softmax over the channels. */
    CROSS_ENTROPY,
    /** 1 minus the soft Dice coefficient, averaged over the classes. */
    DICE,
    /** The sum of both. */
    CROSS_ENTROPY_AND_DICE
}
