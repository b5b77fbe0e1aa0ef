// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.transport.phase.AreaEstimator;
import org.knime.node.parameters.widget.choices.Label;

/** How surfaces of phases are measured; labels for {@link AreaEstimator}. */
enum PhaseSurfaceMethod {

    @Label(value = "Crofton, 13 directions", description = "Counts how often lines of voxels cross the surface: right "
        + "where all orientations are equally frequent; a plane is found 7 % too small to 2 % too large. Interfaces "
        + "add up to surfaces.")
    CROFTON(AreaEstimator.CROFTON),

    @Label(value = "Marching cubes", description = "Triangles of the smoothed phase, as meshes of image software: "
        + "planes are right, small bodies and edges come out too small, and thin layers vanish. One pass per phase.")
    MARCHING_CUBES(AreaEstimator.MARCHING_CUBES);

    final AreaEstimator estimator;

    PhaseSurfaceMethod(final AreaEstimator estimator) {
        this.estimator = estimator;
    }
}
