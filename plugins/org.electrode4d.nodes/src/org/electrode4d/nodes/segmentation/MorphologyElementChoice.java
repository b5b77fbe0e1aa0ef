// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.knime.node.parameters.widget.choices.Label;

/** The structuring element. */
enum MorphologyElementChoice {

    @Label(value = "Ball", description = "Exact, with a radius in µm, also where voxels are anisotropic")
    BALL,

    @Label(value = "Cube", description = "A cube of voxels")
    CUBE,

    @Label(value = "Cross", description = "Steps to the 6 neighbours: a cross of voxels, an octahedron for more steps")
    CROSS
}
