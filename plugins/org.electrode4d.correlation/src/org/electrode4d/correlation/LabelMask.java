// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/** One label of a label volume as a mask: 1 where the volume has the label, else 0. */
public final class LabelMask {

    private static final int EDGE = 64;

    private LabelMask() {
    }

    /**
     * Computed on demand, with the facts of the label volume; its name says which label it is.
     *
     * @throws IllegalArgumentException if the volume is not of an integer type
     */
    public static Volume of(final LabelVolume labels, final int label) {
        final Volume volume = labels.volume();
        final Layout layout = new Layout(volume.shape(), VoxelType.UINT8, EDGE, EDGE, EDGE);
        return LazyVolume.load(volume.name() + ", " + labels.name(label), layout, volume.voxelSize(), block -> {
            final int[] values = new int[block.voxels()];
            labels.read(block, values);
            final byte[] inside = new byte[values.length];
            for (int i = 0; i < values.length; i++) {
                inside[i] = (byte)(values[i] == label ? 1 : 0);
            }
            return inside;
        }).withOrigin(volume.origin());
    }
}
