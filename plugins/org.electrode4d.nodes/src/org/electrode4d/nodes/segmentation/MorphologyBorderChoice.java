// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.electrode4d.segmentation.morphology.VolumeBorder;
import org.knime.node.parameters.widget.choices.Label;

/** Labels for {@link VolumeBorder}. */
enum MorphologyBorderChoice {

    @Label(value = "Unknown", description = "What the border cuts goes on beyond: nothing is taken off there")
    OPEN(VolumeBorder.OPEN),

    @Label(value = "Outside", description = "What the border cuts ends there")
    BACKGROUND(VolumeBorder.BACKGROUND);

    final VolumeBorder border;

    MorphologyBorderChoice(final VolumeBorder border) {
        this.border = border;
    }
}
