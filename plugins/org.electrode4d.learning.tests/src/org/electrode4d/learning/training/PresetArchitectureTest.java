// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.electrode4d.learning.network.AttentionResUNet;
import org.electrode4d.learning.network.Normalized;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresetArchitectureTest {

    @ParameterizedTest
    @EnumSource(names = {"QUICK", "THOROUGH"})
    void shortTrainingsLeaveTheOutputAsItIs(final TrainingPreset preset) {
        assertEquals(AttentionResUNet.of(3, 16).withNormalized(Normalized.ALL_BUT_OUTPUT), preset.architecture(3));
    }

    @ParameterizedTest
    @EnumSource(names = "PAPER")
    void thePaperIsThatOfKeras(final TrainingPreset paper) {
        assertEquals(AttentionResUNet.of(2, 16), paper.architecture(2));
        assertEquals(new Schedule(LearningRate.constant(1e-4), 150, 1, 0, Double.POSITIVE_INFINITY),
            paper.settings(1).schedule());
    }
}
