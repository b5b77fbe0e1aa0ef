// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.pytorch;

import ai.djl.ndarray.NDArray;
import org.electrode4d.learning.engine.Step;

/** Adam as Keras computes it: see {@link Step}. Epsilon is added to the root before its bias is corrected. */
final class Adam {

    private final NDArray mean;
    private final NDArray square;
    private long steps;

    /**
     * Nothing gathered yet.
     *
     * @param mean of the gradient: zeros, one for each value that is learned
     * @param square of the gradient: as many zeros
     */
    Adam(final NDArray mean, final NDArray square) {
        this.mean = mean;
        this.square = square;
    }

    /**
     * Goes one step.
     *
     * @param values that are learned; are changed
     * @param gradient of the same shape; is used up
     */
    void step(final NDArray values, final NDArray gradient, final double learningRate) {
        steps++;
        final double rate = learningRate * Math.sqrt(1 - Math.pow(Step.BETA2, steps))
            / (1 - Math.pow(Step.BETA1, steps));
        mean.muli(Step.BETA1).addi(gradient.mul(1 - Step.BETA1));
        square.muli(Step.BETA2).addi(gradient.muli(gradient).muli(1 - Step.BETA2));
        try (NDArray root = square.sqrt(); NDArray change = mean.div(root.addi(Step.EPSILON))) {
            values.subi(change.muli(rate));
        }
    }

    /** First moment of the gradient. */
    NDArray mean() {
        return mean;
    }

    /** Second moment of the gradient. */
    NDArray square() {
        return square;
    }

    long steps() {
        return steps;
    }

    /** @param count of steps whose moments are in {@link #mean()} and {@link #square()} */
    void setSteps(final long count) {
        steps = count;
    }
}
