// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.function.ToDoubleFunction;

import org.electrode4d.transport.geodesic.DepthInterval.Connections;
import org.knime.node.parameters.widget.choices.Label;

/** What counts as a connection in the picture. */
enum TortuosityConnections {

    @Label(value = "Areas", description = "Separate areas of reachable pore in a slice, pixels touching at a side")
    AREAS("Connections", Connections::areas),

    @Label(value = "Areas, also over corners", description = "The same, pixels touching at a side or a corner")
    AREAS_WITH_CORNERS("Connections over corners", Connections::areasWithCorners),

    @Label(value = "Pixels", description = "Reachable pore voxels of a slice")
    PIXELS("Reachable pixels", Connections::pixels),

    @Label(value = "Links", description = "Pairs of reachable pore voxels in a slice and the next that share a face")
    LINKS("Links to the next slice", Connections::links);

    final String title;

    final ToDoubleFunction<Connections> count;

    TortuosityConnections(final String title, final ToDoubleFunction<Connections> count) {
        this.title = title;
        this.count = count;
    }
}
