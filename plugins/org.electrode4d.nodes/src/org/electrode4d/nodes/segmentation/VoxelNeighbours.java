// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.electrode4d.volume.morphology.Connectivity;
import org.knime.node.parameters.widget.choices.Label;

/** Which voxels belong together; labels for {@link Connectivity}. */
enum VoxelNeighbours {

    @Label(value = "Faces (6)", description = "Voxels that share a face, 4 neighbours in a single slice; what touches "
        + "only at an edge or a corner stays apart")
    FACES(Connectivity.FACES),

    @Label(value = "Edges (18)", description = "Voxels that share a face or an edge, 8 neighbours in a single slice")
    EDGES(Connectivity.EDGES),

    @Label(value = "Corners (26)", description = "Voxels that share a face, an edge or a corner, 8 neighbours in a "
        + "single slice")
    CORNERS(Connectivity.CORNERS);

    final Connectivity connectivity;

    VoxelNeighbours(final Connectivity connectivity) {
        this.connectivity = connectivity;
    }
}
