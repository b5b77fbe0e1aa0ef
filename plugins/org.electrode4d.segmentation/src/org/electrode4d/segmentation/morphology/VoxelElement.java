// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

/** The shape of a structuring element that is measured in voxels. */
public enum VoxelElement {
    /** The {@code (2 r + 1)^3} voxels of a cube; r steps to the 26 neighbours. */
    CUBE,
    /** The voxels that r steps to the 6 neighbours reach: a cross for r = 1, an octahedron beyond. */
    CROSS
}
