// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import org.electrode4d.learning.LearningException;

/**
 * How long and how fast is trained.
 *
 * @param rate of learning
 * @param epochs at most, at least 1
 * @param batchSize images of a step, at least 1
 * @param patience epochs without improvement after which training ends; 0 for none
 * @param budget wall time in seconds after which training ends, {@link Double#POSITIVE_INFINITY} for none; what it ends
 *     depends on the speed of the machine, so that it is the one thing that makes equal seeds give different networks
 */
public record Schedule(LearningRate rate, int epochs, int batchSize, int patience, double budget) {

    /** @throws LearningException for numbers out of range */
    public Schedule {
        if (epochs < 1 || batchSize < 1 || patience < 0) {
            throw new LearningException("Training needs at least 1 epoch, 1 image in a batch and a patience that is "
                + "not negative, not " + epochs + ", " + batchSize + " and " + patience + ".");
        }
        if (!(budget > 0)) {
            throw new LearningException("The time for training must be greater than 0 s, not " + budget + " s.");
        }
    }

    public Schedule withRate(final LearningRate other) {
        return new Schedule(other, epochs, batchSize, patience, budget);
    }

    public Schedule withEpochs(final int other) {
        return new Schedule(rate, other, batchSize, patience, budget);
    }

    public Schedule withBatchSize(final int other) {
        return new Schedule(rate, epochs, other, patience, budget);
    }

    public Schedule withPatience(final int other) {
        return new Schedule(rate, epochs, batchSize, other, budget);
    }

    /** @param seconds {@link Double#POSITIVE_INFINITY} for none */
    public Schedule withBudget(final double seconds) {
        return new Schedule(rate, epochs, batchSize, patience, seconds);
    }
}
