// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.electrode4d.segmentation.Connectivity;
import org.knime.node.parameters.widget.choices.Label;

/** Labels for {@link Connectivity}. */
enum WatershedNeighbours {

    @Label(value = "6", description = "Voxels that share a face")
    FACES(Connectivity.FACES),

    @Label(value = "18", description = "Voxels that share a face or an edge")
    EDGES(Connectivity.EDGES),

    @Label(value = "26", description = "Voxels that share a face, an edge or a corner")
    CORNERS(Connectivity.CORNERS);

    final Connectivity connectivity;

    WatershedNeighbours(final Connectivity connectivity) {
        this.connectivity = connectivity;
    }
}
