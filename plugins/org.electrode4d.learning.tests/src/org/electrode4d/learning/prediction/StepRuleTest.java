// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.electrode4d.learning.LearningException;
import org.junit.jupiter.api.Test;

class StepRuleTest {

    private static int choose(final String step, final String... rules) {
        return StepRule.choose(Arrays.stream(rules).map(StepRule::parse).toList(), step);
    }

    private static String message(final String step, final String... rules) {
        return assertThrows(LearningException.class, () -> choose(step, rules)).getMessage();
    }

    @Test
    void theTwoModelsOfThePaper() {
        for (int step = 0; step <= 8; step++) {
            assertEquals(step < 3 ? 0 : 1, choose("T" + step, "T0-T2", "T3-T8"));
        }
    }

    @Test
    void rangesNamesAndTheRest() {
        assertEquals(0, choose("T5", "T0 - 2, T5", "*"));
        assertEquals(1, choose("T3", "T0 - 2, T5", "*"));
        assertEquals(1, choose("pristine", "*", "pristine"));
        assertEquals(0, choose("charged", "*", "pristine"));
        assertEquals(0, choose("T02", "T0-T2"));
        assertEquals(0, choose("scan-a", "scan-a"));
        assertTrue(StepRule.parse(" * ").isRest());
        assertFalse(StepRule.parse("T1").isRest());
        assertEquals(List.of("T0-T2, T5"), List.of(StepRule.parse(" T0-T2, T5 ").toString()));
    }

    @Test
    void aStepOfNoModelOrOfTwoIsNamed() {
        assertEquals("No model is for step T9: the steps of the models are T0-T2; T3-T8. Add the step to one of them, "
            + "or a model for * (all other steps).", message("T9", "T0-T2", "T3-T8"));
        assertEquals("Two models are for step T2: the one for 'T0-T2' and the one for 'T2-T8'. Each step needs exactly "
            + "one model.", message("T2", "T0-T2", "T2-T8"));
        assertEquals("Two models are for step X: the one for '*' and the one for '*'. Each step needs exactly one "
            + "model.",
            message("X", "*", "*"));
        assertEquals(0, choose("T1", "T1", "*", "*"));
    }

    @Test
    void otherPrefixesAreOtherSteps() {
        assertFalse(StepRule.parse("T0-T9").names("S3"));
        assertFalse(StepRule.parse("T0-T9").names("T"));
        assertFalse(StepRule.parse("T0-T9").names("T3b"));
        assertFalse(StepRule.parse("T0-T9").names("T12"));
    }

    @Test
    void whatCannotBeReadIsNamed() {
        assertEquals("The steps of a model are '', but should be for instance T0-T2, or T0, T1, or * for all other "
            + "steps.",
            message("T0", ""));
        assertTrue(message("T0", "T0,,T1").startsWith("The steps of a model are 'T0,,T1'"));
        assertTrue(message("T0", "T0, *").startsWith("The steps of a model are 'T0, *'"));
        assertEquals("The steps 'T5-T2' of a model run backwards. Write the first step first, for instance T0-T2.",
            message("T0", "T5-T2"));
    }
}
