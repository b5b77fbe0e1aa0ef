// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.electrode4d.volume.LazyVolume.Layout;

/** One or several labels of a label volume as a mask: UINT8, 1 where the volume has one of the labels, else 0. */
public final class LabelMask {

    private static final int EDGE = 64;

    private LabelMask() {
    }

    /**
     * Computed on demand, with the facts of the label volume; its name says which labels it is.
     *
     * @param selected at least one label
     * @throws IllegalArgumentException if there is none
     */
    public static Volume of(final LabelVolume labels, final int... selected) {
        if (selected.length == 0) {
            throw new IllegalArgumentException("A mask of " + labels.volume().name() + " needs at least one label.");
        }
        final int[] sorted = Arrays.stream(selected).sorted().toArray();
        final Volume volume = labels.volume();
        final Layout layout = new Layout(volume.shape(), VoxelType.UINT8, EDGE, EDGE, EDGE);
        final String name = Arrays.stream(selected).mapToObj(labels::name).collect(Collectors.joining(", "));
        return LazyVolume.load(volume.name() + ", " + name, layout, volume.voxelSize(), block -> {
            final int[] values = new int[block.voxels()];
            labels.read(block, values);
            return inside(values, sorted);
        }).withOrigin(volume.origin());
    }

    private static byte[] inside(final int[] values, final int[] sorted) {
        final byte[] inside = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            inside[i] = (byte)(Arrays.binarySearch(sorted, values[i]) >= 0 ? 1 : 0);
        }
        return inside;
    }
}
