// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import org.electrode4d.segmentation.thickness.ThicknessReading;
import org.knime.node.parameters.widget.choices.Label;

/** What thickness means. */
enum ThicknessChoice {

    @Label(value = "First to last voxel", description = "From the outer face of the first voxel of the electrode to "
        + "that of the last one; pores inside count")
    EXTENT(ThicknessReading.EXTENT),

    @Label(value = "Number of voxels", description = "Voxels of the electrode times their height; the thickness of the "
        + "solid without its pores")
    SOLID(ThicknessReading.SOLID);

    final ThicknessReading reading;

    ThicknessChoice(final ThicknessReading reading) {
        this.reading = reading;
    }
}
