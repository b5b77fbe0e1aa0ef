// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.knime.node.parameters.widget.choices.Label;

/** What a watershed floods. */
enum WatershedReliefChoice {

    @Label(value = "Distance to the outside", description = "Cuts particles at their necks; needs nothing but the mask")
    DISTANCE,

    @Label(value = "Bright regions", description = "Cuts along the darkest voxels of a volume")
    BRIGHT,

    @Label(value = "Dark regions", description = "Cuts along the brightest voxels of a volume, such as a gradient")
    DARK
}
