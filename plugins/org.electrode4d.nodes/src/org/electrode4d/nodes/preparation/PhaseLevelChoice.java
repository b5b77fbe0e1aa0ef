// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import org.electrode4d.volume.preparation.PhaseLevel;
import org.knime.node.parameters.widget.choices.Label;

/** Which grey value stands for a phase; labels for {@link PhaseLevel}. */
enum PhaseLevelChoice {

    @Label(value = "Mean", description = "Least noise, but moved by wrong voxels at the border")
    MEAN(PhaseLevel.MEAN),

    @Label(value = "Median", description = "Hardly moved by wrong voxels")
    MEDIAN(PhaseLevel.MEDIAN),

    @Label(value = "Mode", description = "The most frequent value")
    MODE(PhaseLevel.MODE);

    final PhaseLevel level;

    PhaseLevelChoice(final PhaseLevel level) {
        this.level = level;
    }
}
