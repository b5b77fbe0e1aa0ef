// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.knime.node.parameters.widget.choices.Label;

/** What is made of thresholds. */
enum ThresholdResult {

    @Label(value = "Mask of bright voxels", description = "1 above the highest threshold")
    BRIGHT,

    @Label(value = "Mask of dark voxels", description = "1 up to the lowest threshold")
    DARK,

    @Label(value = "Mask with hysteresis", description = "1 above the highest threshold, and where voxels above the "
        + "lowest one are connected to such")
    HYSTERESIS,

    @Label(value = "Phases", description = "A label for each class, from 1 for the darkest on")
    PHASES;

    String column() {
        return this == PHASES ? "Phases" : "Mask";
    }
}
