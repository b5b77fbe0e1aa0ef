// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

/** Which voxels touch each other. In a volume of one slice they are 4, 8 and 8 neighbours. */
public enum Connectivity {
    /** The 6 that share a face. */
    FACES(6),
    /** The 18 that share a face or an edge. */
    EDGES(18),
    /** The 26 that share a face, an edge or a corner. */
    CORNERS(26);

    private final int neighbours;

    Connectivity(final int neighbours) {
        this.neighbours = neighbours;
    }

    public int neighbours() {
        return neighbours;
    }

    /** Whether voxels touch that differ by these steps, each -1, 0 or 1; a voxel does not touch itself. */
    public boolean connects(final int dx, final int dy, final int dz) {
        final int steps = Math.abs(dx) + Math.abs(dy) + Math.abs(dz);
        return steps > 0 && steps <= ordinal() + 1;
    }
}
