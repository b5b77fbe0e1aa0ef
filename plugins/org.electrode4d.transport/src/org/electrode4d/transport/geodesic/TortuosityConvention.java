// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

import java.util.Objects;

/**
 * What is meant by tortuosity, the length of the shortest path over a straight distance. At the start itself, where
 * both are 0, it is 1, and nowhere less.
 *
 * @param start the two differ by O(1/k) in the k-th slice
 * @param straight by steps between voxels, paths are at least as long as both; by fast marching they can come out up to
 *        a third of a voxel shorter than the distance to the nearest entry, and then count as long as that
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
