// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.transport.proximity.DistanceConvention;
import org.knime.node.parameters.widget.choices.Label;

/** What distances of voxels are between, for the dialog. */
enum VoxelDistanceEnds {

    @Label(value = "Centres", description = "Between the centres of voxels: phases that touch are one voxel apart, as "
        + "in SciPy and scikit-image")
    CENTRES(DistanceConvention.CENTRES),

    @Label(value = "Faces", description = "Half a voxel less at each surface: phases that touch are 0 apart")
    FACES(DistanceConvention.FACES);

    final DistanceConvention convention;

    VoxelDistanceEnds(final DistanceConvention convention) {
        this.convention = convention;
    }
}
