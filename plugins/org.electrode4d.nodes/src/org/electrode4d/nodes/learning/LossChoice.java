// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import org.electrode4d.learning.engine.Loss;
import org.knime.node.parameters.widget.choices.Label;

/** What training makes small; labels for {@link Loss}. */
enum LossChoice {

    @Label(value = "Cross entropy", description = "As in the paper; every pixel by itself")
    CROSS_ENTROPY(Loss.CROSS_ENTROPY),

    @Label(value = "Dice", description = "1 minus the Dice coefficient, mean over the classes: for small classes")
    DICE(Loss.DICE),

    @Label(value = "Sum of both", description = "Mostly the best of both")
    BOTH(Loss.CROSS_ENTROPY_AND_DICE);

    final Loss loss;

    LossChoice(final Loss loss) {
        this.loss = loss;
    }
}
