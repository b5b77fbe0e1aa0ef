// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import org.knime.node.parameters.widget.choices.Label;

/** How the volume of interest is given. */
enum CropDefinition {

    @Label(value = "Corners [µm]", description = "First and last corner")
    CORNERS,

    @Label(value = "Centre and size [µm]", description = "Centre and edges")
    CENTRE,

    @Label(value = "Voxels", description = "First voxel and number of voxels")
    VOXELS
}
