// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.Map;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;

/** Tells how much of each particle of a scan lies in which particle of the next one, once it is moved. */
@FunctionalInterface
public interface Overlap {

    /** Nothing is known of voxels. */
    Overlap UNKNOWN = (displacements, progress) -> Shares.UNKNOWN;

    /** @param displacements of the earlier particles by label, µm */
    Shares of(Map<Integer, Point> displacements, Progress progress);

    /** Shares of voxels. */
    @FunctionalInterface
    interface Shares {

        /** Nothing is known of voxels. */
        Shares UNKNOWN = (from, to) -> 0;

        /** The share of the voxels of an earlier particle that lie in a later one, 0 to 1. */
        double of(int fromLabel, int toLabel);
    }
}
