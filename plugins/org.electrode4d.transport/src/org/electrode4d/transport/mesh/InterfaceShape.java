// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

/** What becomes of the steps of the voxels where two phases meet. */
public enum InterfaceShape {

    /** Faces of voxels: volumes are exact, areas are not (a disc has 4/pi of its perimeter, a ball 3/2 of its area). */
    STAIRCASE,

    /** The steps are smoothed, so that lengths and areas are near those of the sample. */
    SMOOTH
}
