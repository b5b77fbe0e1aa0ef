// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;

/**
 * What the pores of an ageing phantom are like at one age, found on its voxels by plain methods of its own, as a check
 * of nodes that measure: faces are counted, shortest paths are those of Dijkstra, distances are looked for among all
 * voxels of a line.
 *
 * @param faces of voxels between the pores and all else, those at the border of the volume left out
 * @param tortuosity by slice from z = 0 on: mean over the pores that can be reached by steps to 26 neighbours, of the
 *        shortest path to a voxel from any pore of the first slice over its depth; 1 in the first slice, infinite where
 *        nothing is reached
 * @param connections by slice: areas of pores that can be reached over faces, pixels of an area having edges in common
 * @param meanDistance µm, from the middles of the faces to the nearest voxel of silicon compound, from its centre and
 *        less half a voxel; NaN without faces or silicon compound
 * @param largestDistance µm, likewise
 */
public record PoreTruth(long faces, double[] tortuosity, int[] connections, double meanDistance,
    double largestDistance) {

    /** A larger volume is not looked at: 30 bytes of memory and some microseconds per voxel. */
    public static final long MOST_VOXELS = 1 << 22;

    /** Whether a phantom is small enough. */
    public static boolean isKnown(final AgeingSettings settings) {
        return settings.shape().voxels() <= MOST_VOXELS;
    }

    /**
     * Looks at {@link AgeingPhantom#phases}.
     *
     * @throws IllegalArgumentException for more than {@link #MOST_VOXELS}
     */
    public static PoreTruth of(final LabelVolume phases, final Progress progress) {
        if (phases.volume().shape().voxels() > MOST_VOXELS) {
            throw new IllegalArgumentException("The truth of pores is found for " + MOST_VOXELS
                + " voxels at most, not for " + phases.volume().shape() + ".");
        }
        final Block all = Block.of(phases.volume().shape());
        final int[] labels = new int[all.voxels()];
        phases.read(all, labels);
        final VoxelBox box = new VoxelBox(all.sizeX(), all.sizeY(), all.sizeZ());
        final PoreWays ways = new PoreWays(box, labels, progress.part(0, 0.7));
        final SiliconDistances distances = new SiliconDistances(box, labels, progress.part(0.7, 1));
        final double edge = phases.volume().voxelSize().x();
        return new PoreTruth(distances.faces(), ways.tortuosity(), ways.connections(), edge * distances.mean(),
            edge * distances.largest());
    }
}
