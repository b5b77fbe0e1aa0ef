// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

/** Where paths begin and depth is counted from. */
public enum PathStart {
    /** The centres of the voxels at the entry face, where both are 0. */
    VOXEL_CENTRE(0),
    /** The face itself: half a voxel is added to the length of the path and to the straight distance. */
    FACE(0.5);

    private final double voxels;

    PathStart(final double voxels) {
        this.voxels = voxels;
    }

    /** Voxels from the start to the first centre. */
    double voxels() {
        return voxels;
    }
}
