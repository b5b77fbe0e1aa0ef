// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.Map;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/** Labels exchanged for other numbers, such as those of tracks. */
public final class RenumberedLabels {

    private static final int EDGE = 64;
    private static final int MOST_UINT16 = 65535;

    private RenumberedLabels() {
    }

    /**
     * Computed on demand: UINT16 where all numbers fit in, else INT32. Labels without a number become 0.
     *
     * @param numbers by label, greater than zero
     * @param most the largest number that may occur in any volume of the series, so that all have one type
     */
    public static Volume of(final LabelVolume labels, final Map<Integer, Integer> numbers, final int most) {
        final Volume volume = labels.volume();
        final boolean small = most <= MOST_UINT16;
        final Layout layout =
            new Layout(volume.shape(), small ? VoxelType.UINT16 : VoxelType.INT32, EDGE, EDGE, EDGE);
        final Map<Integer, Integer> copy = Map.copyOf(numbers);
        return LazyVolume.load("Tracks of " + volume.name(), layout, volume.voxelSize(), block -> {
            final int[] values = new int[block.voxels()];
            labels.read(block, values);
            renumber(values, copy);
            return small ? shorts(values) : values;
        }).withOrigin(volume.origin());
    }

    /** Neighbours mostly agree, so that few look-ups are made. */
    private static void renumber(final int[] values, final Map<Integer, Integer> numbers) {
        int label = 0;
        int number = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != label) {
                label = values[i];
                number = numbers.getOrDefault(label, 0);
            }
            values[i] = number;
        }
    }

    private static short[] shorts(final int[] values) {
        final short[] shorts = new short[values.length];
        for (int i = 0; i < values.length; i++) {
            shorts[i] = (short)values[i];
        }
        return shorts;
    }
}
