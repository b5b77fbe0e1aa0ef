// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import org.electrode4d.learning.data.Augmentation;
import org.knime.node.parameters.widget.choices.Label;

/** How images are changed at random so that few labels go a long way; labels for {@link Augmentation}. */
enum AugmentationChoice {

    @Label(value = "For other scans", description = "Mirror images, scale, elastic deformation, shear, rotations both "
        + "ways, brightness, contrast and noise")
    TRANSFER(Augmentation.TRANSFER),

    @Label(value = "Paper", description = "Mirror image (probability 0.5), scale (0.5), elastic deformation (0.3), "
        + "shear (0.3), rotation by up to 20° (0.3)")
    PAPER(Augmentation.PAPER),

    @Label(value = "None", description = "Images as they are")
    NONE(Augmentation.NONE);

    final Augmentation augmentation;

    AugmentationChoice(final Augmentation augmentation) {
        this.augmentation = augmentation;
    }
}
