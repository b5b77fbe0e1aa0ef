// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.proximity;

/** Where on the first phase distances to the second are measured. */
public enum DistancePoints {
    /**
     * At the vertices of the phase's surface, each with the area around it, to the nearest point on the triangles of
     * the other phase's surface.
     */
    SURFACE,
    /** At the centres of voxels that have one of their six neighbours outside of the phase, to the nearest centre. */
    BOUNDARY_VOXELS,
    /** At the centres of all voxels of the phase, to the nearest centre. */
    ALL_VOXELS
}
