// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import java.util.List;
import org.electrode4d.learning.model.EpochRecord;

/** Which epoch is the best one. Without validation slices it is that of the smallest loss in training. */
public enum Criterion {
    /** The one of the smallest validation loss. */
    LOSS,
    /** The one of the greatest validation Dice, mean over the classes. */
    DICE;

    /** What is compared. */
    double of(final EpochRecord epoch) {
        final double value = this == LOSS ? epoch.validationLoss() : -epoch.meanDice();
        return Double.isNaN(value) ? epoch.loss() : value;
    }

    /** @param best NaN where there is none yet */
    boolean isBetter(final double value, final double best) {
        return Double.isNaN(best) || value < best;
    }

    /** Index of the best of some epochs, the first of equal ones; -1 if there are none. */
    int best(final List<EpochRecord> epochs) {
        int best = -1;
        for (int i = 0; i < epochs.size(); i++) {
            if (best < 0 || of(epochs.get(i)) < of(epochs.get(best))) {
                best = i;
            }
        }
        return best;
    }
}
