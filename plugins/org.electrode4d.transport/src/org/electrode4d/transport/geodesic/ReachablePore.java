// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.statistics.LabelIndex;
import org.electrode4d.volume.surface.CroftonWeights;
import org.electrode4d.volume.surface.InterfaceCounts;

/**
 * The pore space that paths lead to.
 *
 * @param volume in µm³
 * @param surface in µm² by Crofton's formula, without the border of the volume; of a single slice, its perimeter times
 *        the thickness
 */
public record ReachablePore(double volume, double surface) {

    static ReachablePore of(final Volume reachable, final long voxels, final Progress progress) {
        final LabelIndex index = new LabelIndex();
        final int pore = index.add(1);
        final boolean isSlice = reachable.shape().z() == 1;
        final CroftonWeights weights = isSlice ? CroftonWeights.ofSlice(reachable.voxelSize())
            : CroftonWeights.of(reachable.voxelSize());
        final double surface = InterfaceCounts.of(LabelVolume.of(reachable), index, false, progress)
            .area(pore, false, weights);
        return new ReachablePore(voxels * reachable.voxelSize().volume(), surface);
    }
}
