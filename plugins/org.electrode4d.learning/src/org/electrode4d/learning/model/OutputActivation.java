// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

/** What the last layer of a network gives. */
public enum OutputActivation {
    /** Numbers whose sigmoid or softmax are the probabilities. */
    LOGITS,
    /** Probabilities of the classes, or of the second of two. */
    PROBABILITIES
}
