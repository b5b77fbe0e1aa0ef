// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.electrode4d.volume.morphology.VolumeBorder;
import org.knime.node.parameters.widget.choices.Label;

/** What is beyond the border of the volume; labels for {@link VolumeBorder}. */
enum BeyondBorder {

    @Label(value = "Unknown", description = "What the border cuts goes on beyond it: no distance is measured to the "
        + "border, and nothing is taken off there")
    OPEN(VolumeBorder.OPEN),

    @Label(value = "Outside", description = "What the border cuts ends there, as a sample in air")
    BACKGROUND(VolumeBorder.BACKGROUND);

    final VolumeBorder border;

    BeyondBorder(final VolumeBorder border) {
        this.border = border;
    }
}
