// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.electrode4d.learning.data.PatchSize;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingPresetTest {

    @ParameterizedTest
    @EnumSource(names = {"QUICK", "THOROUGH"})
    void statisticsOfBatchNormalisationAreThoseOfSeveralImages(final TrainingPreset preset) {
        assertEquals(4, preset.settings(1).schedule().batchSize());
        assertEquals(new PatchSize(256, 256), preset.settings(1).sampling().patch());
        assertEquals(16, preset.baseWidth());
    }
}
