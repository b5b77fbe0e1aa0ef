// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.transport.mesh.InterfaceShape;
import org.knime.node.parameters.widget.choices.Label;

/** Labels for {@link InterfaceShape}. */
enum DiffusionInterface {

    /** Near to the sample. */
    @Label(value = "Smooth", description = "Steps of voxels are smoothed, so that the area of the pores' surface is "
        + "near that of the sample")
    SMOOTH(InterfaceShape.SMOOTH),

    /** As the voxels. */
    @Label(value = "Voxels", description = "Steps of voxels stay: the surface is up to half larger than that of the "
        + "sample, and so is the flux through it")
    STAIRCASE(InterfaceShape.STAIRCASE);

    private final InterfaceShape shape;

    DiffusionInterface(final InterfaceShape shape) {
        this.shape = shape;
    }

    InterfaceShape shape() {
        return shape;
    }
}
