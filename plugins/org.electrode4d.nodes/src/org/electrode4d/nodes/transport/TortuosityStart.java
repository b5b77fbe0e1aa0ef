// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.transport.geodesic.PathStart;
import org.knime.node.parameters.widget.choices.Label;

/** Where paths and depth begin. */
enum TortuosityStart {

    @Label(value = "Centre of the first voxels", description = "Path and depth are 0 in the first slice, where "
        + "tortuosity is 1")
    VOXEL_CENTRE(PathStart.VOXEL_CENTRE),

    @Label(value = "Face", description = "Half a voxel is added to path and depth")
    FACE(PathStart.FACE);

    final PathStart start;

    TortuosityStart(final PathStart start) {
        this.start = start;
    }
}
