// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

/** What the length of a path is compared with. */
public enum StraightDistance {
    /** The distance from the plane of the entry face. */
    DEPTH,
    /** The Euclidean distance to the nearest pore voxel at the entry face: at least the depth. */
    NEAREST_ENTRY
}
