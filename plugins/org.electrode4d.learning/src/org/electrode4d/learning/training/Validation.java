// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.data.LabelledSlices;
import org.electrode4d.learning.data.Split;

/**
 * What a network is validated with while it is trained.
 *
 * @param fraction of the slices or scans, 0 for none, below 1
 * @param unit that is trained or validated with as a whole
 * @param criterion which epoch is the best one
 */
public record Validation(double fraction, Unit unit, Criterion criterion) {

    /** What is kept out of training. */
    public enum Unit {
        /** Single slices. */
        SLICE,
        /** All slices of a scan: the only way to learn how well other scans will be segmented. */
        SCAN
    }

    /** @throws LearningException for a fraction that is negative, or 1 and more */
    public Validation {
        if (!(fraction >= 0 && fraction < 1)) {
            throw new LearningException("The fraction for validation must be at least 0 and below 1, not " + fraction
                + ".");
        }
    }

    Split split(final LabelledSlices slices, final long seed) {
        return unit == Unit.SCAN ? Split.byScan(slices, fraction, seed) : Split.bySlice(slices, fraction, seed);
    }
}
