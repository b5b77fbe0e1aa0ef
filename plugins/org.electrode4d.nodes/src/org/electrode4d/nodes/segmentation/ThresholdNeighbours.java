// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.electrode4d.segmentation.Connectivity;
import org.knime.node.parameters.widget.choices.Label;

/** Which voxels touch. */
enum ThresholdNeighbours {

    @Label(value = "Faces", description = "4 neighbours in a slice, 6 in a volume")
    FACES(Connectivity.FACES),

    @Label(value = "Faces and edges", description = "8 neighbours in a slice, 18 in a volume")
    EDGES(Connectivity.EDGES),

    @Label(value = "Faces, edges and corners", description = "8 neighbours in a slice, 26 in a volume")
    CORNERS(Connectivity.CORNERS);

    final Connectivity connectivity;

    ThresholdNeighbours(final Connectivity connectivity) {
        this.connectivity = connectivity;
    }
}
