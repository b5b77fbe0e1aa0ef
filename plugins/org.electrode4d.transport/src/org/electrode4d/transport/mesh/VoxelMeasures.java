// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import java.util.SortedMap;
import java.util.TreeMap;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/** What the phases of a label image measure by its voxels, to compare with a mesh of it. */
public final class VoxelMeasures {

    private VoxelMeasures() {
    }

    /**
     * Volumes of the phases in µm³, or areas in µm² of an image that is one voxel thick along z.
     *
     * @throws org.electrode4d.volume.VolumeException as {@link ImageMesher#mesh} for what are no phases
     */
    public static SortedMap<Integer, Double> of(final Volume labels, final Progress progress) {
        final PhaseCells cells = new PhaseCells(labels, 1);
        final SortedMap<Integer, Long> counts = new TreeMap<>();
        for (int z = 0; z < cells.nz(); z++) {
            progress.check();
            count(cells.plane(z), counts);
        }
        final VoxelSize size = labels.voxelSize();
        final double each = cells.isPlanar() ? size.x() * size.y() : size.volume();
        final SortedMap<Integer, Double> measures = new TreeMap<>();
        counts.forEach((phase, count) -> measures.put(phase, count * each));
        return measures;
    }

    /** Labels come in runs, which are counted as one. */
    private static void count(final int[] plane, final SortedMap<Integer, Long> counts) {
        int from = 0;
        for (int i = 1; i <= plane.length; i++) {
            if (i == plane.length || plane[i] != plane[from]) {
                counts.merge(plane[from], (long)(i - from), Long::sum);
                from = i;
            }
        }
    }
}
