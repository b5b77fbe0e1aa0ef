// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Volume;

/**
 * The connected components of a mask.
 *
 * @param labels INT32, 1 to {@link #count()} in raster order of their first voxels (x fastest), 0 outside
 * @param sizes voxels by label; {@code sizes[0]} is the background
 */
public record Components(LabelVolume labels, long[] sizes) {

    public int count() {
        return sizes.length - 1;
    }

    /**
     * Some of the components, numbered 1, 2, ... in the same order; the others become background. Computed on demand.
     *
     * @param kept whether a label stays
     */
    public Components keep(final IntPredicate kept) {
        final int[] table = new int[sizes.length];
        final long[] left = new long[sizes.length];
        left[0] = sizes[0];
        int next = 0;
        for (int label = 1; label < sizes.length; label++) {
            if (kept.test(label)) {
                table[label] = ++next;
            }
            left[table[label]] += sizes[label];
        }
        return new Components(new LabelVolume(Relabelling.of(labels, table), labels.names()),
            Arrays.copyOf(left, next + 1));
    }

    /** UINT8, 1 where any component is, else 0; computed on demand. */
    public Volume mask() {
        final Volume volume = labels.volume();
        return PlaneMask.of(volume, (z, inside) -> {
            final int[] plane = new int[inside.length];
            labels.read(PlaneMask.plane(volume, z), plane);
            for (int i = 0; i < plane.length; i++) {
                inside[i] = (byte)(plane[i] == 0 ? 0 : 1);
            }
        });
    }
}
