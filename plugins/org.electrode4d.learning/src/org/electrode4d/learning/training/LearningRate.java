// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import java.util.List;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.model.EpochRecord;

/**
 * How fast a network learns: the rate is lowered whenever the validation has not become better for some epochs, as
 * {@code ReduceLROnPlateau} of Keras does.
 *
 * @param start of the first epoch, greater than 0
 * @param factor the rate is multiplied with; 1 for a constant rate
 * @param patience epochs without improvement before that, at least 1
 * @param least the rate does not become smaller, 0 or more
 */
public record LearningRate(double start, double factor, int patience, double least) {

    /** @throws LearningException for numbers out of range */
    public LearningRate {
        if (!(start > 0 && start < 1) || !(factor > 0 && factor <= 1) || patience < 1 || !(least >= 0)) {
            throw new LearningException("A learning rate must be between 0 and 1, its factor above 0 and at most 1, "
                + "its patience at least 1 epoch, and the least rate not negative, but they are " + start + ", " + factor
                + ", " + patience + " and " + least + ". For instance 0.001, 0.5, 5 and 0.00001.");
        }
    }

    /** The same in all epochs. */
    public static LearningRate constant(final double rate) {
        return new LearningRate(rate, 1, 1, 0);
    }

    /** The rate of the epoch that follows the given ones. */
    double after(final List<EpochRecord> epochs, final Criterion criterion) {
        double rate = start;
        double best = Double.NaN;
        int waited = 0;
        for (final EpochRecord epoch : epochs) {
            final double value = criterion.of(epoch);
            if (criterion.isBetter(value, best)) {
                best = value;
                waited = 0;
            } else if (++waited == patience) {
                rate = Math.max(least, rate * factor);
                waited = 0;
            }
        }
        return Math.min(rate, start);
    }
}
