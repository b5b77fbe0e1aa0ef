// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.particle;

import org.electrode4d.volume.surface.CroftonWeights;

/** How the area of a surface of voxels is found. */
public enum SurfaceEstimator {

    /** Crossings of lines along 13 directions, see {@link CroftonWeights}: any voxels, and contacts of particles. */
    CROFTON,

    /**
     * Weighted configurations of 2 x 2 x 2 voxels (J. Lindblad, Image Vision Comput. 23 (2005) 111-122): cubic voxels
     * only; planes come out better than by Crofton's formula, contacts are still found by that.
     */
    LINDBLAD
}
