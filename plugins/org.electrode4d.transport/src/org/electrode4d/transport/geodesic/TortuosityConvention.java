// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

import java.util.Objects;

/**
 * What is meant by tortuosity, the length of the shortest path over a straight distance. At the start itself, where
 * both are 0, it is 1.
 *
 * @param start the two differ by O(1/k) in the k-th slice
 * @param straight with both tortuosity is at least 1 for every path that steps between voxels
 */
public record TortuosityConvention(PathStart start, StraightDistance straight) {

    /** From the centres of the entry voxels, over the depth. */
    public static final TortuosityConvention DEFAULT =
        new TortuosityConvention(PathStart.VOXEL_CENTRE, StraightDistance.DEPTH);

    public TortuosityConvention {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(straight, "straight distance");
    }
}
