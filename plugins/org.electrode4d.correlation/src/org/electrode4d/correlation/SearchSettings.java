// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

/**
 * The search of start values by cross-correlation.
 *
 * @param nodes that are searched for
 * @param range voxels of the unbinned volume to search to either side of the start value, along every axis; 0 for one
 *     and a half times the half-window size of the level, and never more than four times
 */
public record SearchSettings(StartSearch nodes, int range) {

    private static final double AUTOMATIC = 1.5;
    private static final int MOST = 4;

    /** @throws IllegalArgumentException for a negative range */
    public SearchSettings {
        if (range < 0) {
            throw new IllegalArgumentException("The range of the start search cannot be " + range
                + " voxels. Use 0 for one and a half times the half-window size.");
        }
    }

    /** Nodes that failed, one and a half half-windows to either side. */
    public static SearchSettings defaults() {
        return new SearchSettings(StartSearch.FAILED, 0);
    }

    /** Voxels of the unbinned volume to search to either side. */
    int rangeOf(final NodeLevel level) {
        return range > 0 ? Math.min(range, MOST * level.halfWindow()) : (int)Math.ceil(AUTOMATIC * level.halfWindow());
    }
}
