// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.edge;

import org.electrode4d.segmentation.SegmentationException;

/**
 * Which edges are taken and how they are measured. A voxel is the shortest edge of a voxel here.
 *
 * @param edges how many, 1 to 10000
 * @param halfLength voxels to both sides of an edge that a profile has, 4 to 100: plateaus must fit in besides the edge
 * @param patch voxels to both sides across the profile that are averaged, 0 to 20
 * @param smoothing sigma in voxels of the Gaussian before the gradient that finds edges and their normals, 0.5 to 10
 * @param leastStrength 0 to 1: gradient that an edge has at least, as a part of that of the strongest ones
 * @param separation voxels between the middles of two edges at least
 * @param largestResidual 0 to 1: root mean square of the differences between profile and fit that an edge has at
 *     most, as a part of its contrast
 * @param seed decides which of all edges that will do are taken
 */
public record EdgeSettings(int edges, double halfLength, int patch, double smoothing, double leastStrength,
    double separation, double largestResidual, long seed) {

    /** Ten edges as in the paper; profiles of 25 voxels, averaged over 7 x 7. */
    public static final EdgeSettings DEFAULT = new EdgeSettings(10, 12, 3, 1.5, 0.5, 10, 0.05, 1);

    /** @throws SegmentationException for a value out of its range */
    public EdgeSettings {
        require("number of edges", edges, 1, 10_000);
        require("half length of profiles", halfLength, 4, 100);
        require("patch", patch, 0, 20);
        require("smoothing", smoothing, 0.5, 10);
        require("least strength", leastStrength, 0, 1);
        require("separation", separation, 0, 1e6);
        require("largest residual", largestResidual, 0, 1);
    }

    private static void require(final String name, final double value, final double least, final double most) {
        if (!(value >= least && value <= most)) {
            throw new SegmentationException("The " + name + " is " + value + ", but must lie between " + least + " and "
                + most + ".");
        }
    }

    /** The same with another number of edges. */
    public EdgeSettings withEdges(final int count) {
        return new EdgeSettings(count, halfLength, patch, smoothing, leastStrength, separation, largestResidual, seed);
    }
}
