// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.phase;

import java.util.List;
import org.electrode4d.transport.TransportException;

/**
 * Which sub-volumes a quantity is studied on.
 *
 * @param edges of the cubes in µm, each above 0; empty for 1/16, 1/8, 3/16, 1/4, 3/8 and 1/2 of the shortest edge
 * @param fullDepth whether sub-volumes go through the volume along z, so that edges are those along x and y
 * @param count how many of each size, at least 2
 * @param placement where they are
 * @param seed of the random numbers
 */
public record SubVolumeSettings(List<Double> edges, boolean fullDepth, int count, Placement placement, long seed) {

    /** Where sub-volumes are. */
    public enum Placement {
        /** Anywhere with equal probability: they overlap where they are many or large. */
        RANDOM,
        /** Side by side in the middle of the volume; random ones of these where there are more than wanted. */
        TILES
    }

    /** @throws TransportException for an edge that is not above 0, or fewer than 2 sub-volumes */
    public SubVolumeSettings {
        edges = edges.stream().sorted().distinct().toList();
        if (!edges.isEmpty() && !(edges.get(0) > 0 && edges.get(edges.size() - 1) < Double.POSITIVE_INFINITY)) {
            throw new TransportException("The edges of sub-volumes are " + edges + " µm, but must be above 0.");
        }
        if (count < 2) {
            throw new TransportException("There must be at least 2 sub-volumes of each size, not " + count + ".");
        }
    }
}
