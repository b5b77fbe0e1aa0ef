// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import org.electrode4d.segmentation.particle.SurfaceEstimator;
import org.knime.node.parameters.widget.choices.Label;

/** How surfaces are measured; labels for {@link SurfaceEstimator}. */
enum SurfaceMethod {

    @Label(value = "Crofton, 13 directions", description = "Counts how often lines of voxels cross the surface; any "
        + "voxels")
    CROFTON(SurfaceEstimator.CROFTON),

    @Label(value = "Lindblad 2005", description = "Weighs configurations of 2 × 2 × 2 voxels; cubic voxels only")
    LINDBLAD(SurfaceEstimator.LINDBLAD);

    final SurfaceEstimator estimator;

    SurfaceMethod(final SurfaceEstimator estimator) {
        this.estimator = estimator;
    }
}
