// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

/**
 * One step of training with Adam (beta1 0.9, beta2 0.999, epsilon 1e-7, as in Keras; Kingma and Ba, ICLR 2015).
 *
 * @param learningRate of this step
 * @param seed of what is dropped in this step: equal seeds drop the same
 */
public record Step(double learningRate, long seed) {
    /** Decay of the first moment. */
    public static final double BETA1 = 0.9;
    /** Decay of the second moment. */
    public static final double BETA2 = 0.999;
    /** Is added to the root of the second moment. */
    public static final double EPSILON = 1e-7;
}
