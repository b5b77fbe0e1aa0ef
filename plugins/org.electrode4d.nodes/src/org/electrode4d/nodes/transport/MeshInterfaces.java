// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.transport.mesh.InterfaceShape;
import org.knime.node.parameters.widget.choices.Label;

/** What interfaces of a mesh look like. */
enum MeshInterfaces {

    @Label(value = "Smooth", description = "Steps of voxels are smoothed: lengths and areas within some per cent of "
        + "the true ones, volumes within some tenths of a per cent")
    SMOOTH(InterfaceShape.SMOOTH),

    @Label(value = "Steps", description = "Faces of voxels: volumes are exact, but surfaces up to 1.7 times too large")
    STEPS(InterfaceShape.STAIRCASE);

    final InterfaceShape shape;

    MeshInterfaces(final InterfaceShape shape) {
        this.shape = shape;
    }
}
