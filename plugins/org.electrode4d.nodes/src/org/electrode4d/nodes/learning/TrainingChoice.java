// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.util.Optional;

import org.electrode4d.learning.training.TrainingPreset;
import org.knime.node.parameters.widget.choices.Label;

/** How a U-Net is trained; labels for {@link TrainingPreset}. */
enum TrainingChoice {

    @Label(value = "Quick", description = "A usable model within 10 minutes on two cores: base width 16, patches of "
        + "256 x 256 pixels, changed anew every time they are shown")
    QUICK(TrainingPreset.QUICK),

    @Label(value = "Thorough", description = "For a night at most: as Quick, with more images in an epoch and more "
        + "patience")
    THOROUGH(TrainingPreset.THOROUGH),

    @Label(value = "Paper", description = "As Häusler et al. 2026: base width 16, 150 epochs at a learning rate of "
        + "0.0001, each slice with three changed copies that stay the same, no early end. Some hours")
    PAPER(TrainingPreset.PAPER),

    @Label(value = "Custom", description = "As set below")
    CUSTOM(null);

    private final TrainingPreset preset;

    TrainingChoice(final TrainingPreset preset) {
        this.preset = preset;
    }

    /** Nothing where the user sets everything. */
    Optional<TrainingPreset> preset() {
        return Optional.ofNullable(preset);
    }
}
