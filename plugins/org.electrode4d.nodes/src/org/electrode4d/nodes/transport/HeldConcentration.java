// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.transport.flux.FluxBoundary;
import org.knime.node.parameters.widget.choices.Label;

/** Labels for {@link FluxBoundary}. */
enum HeldConcentration {

    @Label(value = "On the faces", description = "On the outer faces of the first and last voxels, as in TauFactor")
    FACES(FluxBoundary.FACES),

    @Label(value = "In the first and last layer", description = "In all voxels of these layers, as in PoreSpy")
    LAYERS(FluxBoundary.LAYERS);

    final FluxBoundary boundary;

    HeldConcentration(final FluxBoundary boundary) {
        this.boundary = boundary;
    }
}
