// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.model.EpochRecord;
import org.junit.jupiter.api.Test;

class LearningRateTest {

    private static double after(final LearningRate rate, final Criterion criterion, final double... losses) {
        final List<EpochRecord> epochs = new ArrayList<>();
        for (final double loss : losses) {
            epochs.add(new EpochRecord(epochs.size() + 1, 0, 9, loss, List.of(1 - loss), 0, 0));
        }
        return rate.after(epochs, criterion);
    }

    @Test
    void itFallsAfterEpochsWithoutImprovement() {
        final LearningRate rate = new LearningRate(0.01, 0.5, 2, 0.002);
        for (final Criterion criterion : Criterion.values()) {
            assertEquals(0.01, after(rate, criterion));
            assertEquals(0.01, after(rate, criterion, 0.5, 0.4, 0.4));
            assertEquals(0.005, after(rate, criterion, 0.5, 0.4, 0.4, 0.45));
            assertEquals(0.005, after(rate, criterion, 0.5, 0.4, 0.4, 0.45, 0.6));
            assertEquals(0.0025, after(rate, criterion, 0.5, 0.4, 0.4, 0.45, 0.6, 0.7));
            assertEquals(0.002, after(rate, criterion, 0.5, 0.4, 0.4, 0.45, 0.6, 0.7, 0.7, 0.7));
            assertEquals(0.01, after(rate, criterion, 0.5, 0.6, 0.4, 0.45, 0.3));
        }
    }

    @Test
    void aConstantOneStays() {
        assertEquals(1e-4, after(LearningRate.constant(1e-4), Criterion.LOSS, 1, 2, 3, 4));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(LearningException.class, () -> LearningRate.constant(0));
        assertThrows(LearningException.class, () -> new LearningRate(0.1, 1.5, 1, 0));
        assertThrows(LearningException.class, () -> new Schedule(LearningRate.constant(0.1), 0, 1, 0, 1));
        assertThrows(LearningException.class, () -> new Schedule(LearningRate.constant(0.1), 1, 1, 0, 0));
        assertThrows(LearningException.class, () -> new Validation(1, Validation.Unit.SLICE, Criterion.DICE));
    }

    @Test
    void timesAreForPeople() {
        assertEquals("0 s", StepProgress.duration(0.4));
        assertEquals("59 s", StepProgress.duration(59));
        assertEquals("12 min", StepProgress.duration(700));
        assertEquals("119 min", StepProgress.duration(7140));
        assertEquals("3 h", StepProgress.duration(11_000));
    }
}
