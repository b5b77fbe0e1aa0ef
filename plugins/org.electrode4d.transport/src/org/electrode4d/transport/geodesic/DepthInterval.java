// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

/**
 * The pores in some slices at the same distance from the entry face.
 *
 * @param depth of its middle, in µm; 0 in the first slice, or half a voxel if paths start at the face
 * @param slices of the interval
 * @param tortuosity of the pores that can be reached
 * @param pores how much of them can be reached
 * @param connections between the pores of one slice and the next
 */
public record DepthInterval(double depth, int slices, Tortuosity tortuosity, Pores pores, Connections connections) {

    /**
     * Of the reachable voxels; infinity where there are none.
     *
     * @param mean arithmetic
     * @param median exact; between the two middle values for an even number
     * @param minimum of the voxel that is easiest to reach
     */
    public record Tortuosity(double mean, double median, double minimum) {
    }

    /**
     * Numbers of voxels.
     *
     * @param voxels of the interval, pore or not
     * @param pore of these
     * @param reachable of these
     */
    public record Pores(long voxels, long pore, long reachable) {

        /** Reachable part of the pore voxels; NaN where there are none. */
        public double reachablePart() {
            return reachable / (double)pore;
        }
    }

    /**
     * How many ways lead through the slices, in three readings; means over the slices of the interval.
     *
     * @param areas separate areas of reachable pore in a slice, pixels touching at a side
     * @param areasWithCorners the same, pixels touching at a side or a corner
     * @param pixels reachable voxels of a slice
     * @param links pairs of reachable voxels that share the face between a slice and the next; NaN if there is no next
     */
    public record Connections(double areas, double areasWithCorners, double pixels, double links) {
    }
}
