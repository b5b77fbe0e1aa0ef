// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import org.knime.node.parameters.widget.choices.Label;

/** Whose histogram is spread. */
enum EqualisationScope {

    @Label(value = "Whole volume", description = "One histogram for all voxels")
    VOLUME,

    @Label(value = "Each slice", description = "A histogram for each slice along z")
    SLICES,

    @Label(value = "Inside a mask", description = "The histogram of the voxels inside a mask; all voxels are changed")
    MASK
}
