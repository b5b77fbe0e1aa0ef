// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.electrode4d.segmentation.morphology.VolumeBorder;
import org.knime.node.parameters.widget.choices.Label;

/** What is beyond the border of the volume; labels for {@link VolumeBorder}. */
enum BeyondBorder {

    @Label(value = "Unknown", description = "No distance is measured to the border: the phase goes on beyond it")
    OPEN(VolumeBorder.OPEN),

    @Label(value = "Outside", description = "The mask ends at the border, as a sample in air")
    BACKGROUND(VolumeBorder.BACKGROUND);

    final VolumeBorder border;

    BeyondBorder(final VolumeBorder border) {
        this.border = border;
    }
}
