// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.learning.network.AttentionResUNet;
import org.electrode4d.learning.network.Normalized;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingPresetTest {

    /** With a batch of one, a network learns to rely on the mean and variance of the single image. */
    @ParameterizedTest
    @EnumSource(names = {"QUICK", "THOROUGH"})
    void shortTrainingsTakeBatchesAndLeaveTheOutputAsItIs(final TrainingPreset preset) {
        assertEquals(4, preset.settings(1).schedule().batchSize());
        assertEquals(Normalized.ALL_BUT_OUTPUT, preset.architecture(2).normalized());
        assertTrue(preset.settings(1).schedule().patience() > 0);
    }

    @ParameterizedTest
    @EnumSource(names = "PAPER")
    void thePaperIsThatOfKeras(final TrainingPreset paper) {
        assertEquals(AttentionResUNet.of(2, 16), paper.architecture(2));
        assertEquals(new Schedule(LearningRate.constant(1e-4), 150, 1, 0, Double.POSITIVE_INFINITY),
            paper.settings(1).schedule());
    }
}
