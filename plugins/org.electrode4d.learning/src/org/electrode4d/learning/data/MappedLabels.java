// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import java.util.SortedMap;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/** Labels of which some stand for others, such as 255 of a painting program for 1. */
public final class MappedLabels {

    private static final int EDGE = 64;

    private MappedLabels() {
    }

    /**
     * The labels with their new values, computed on demand; the volume itself where nothing is to change. Labels that
     * the map does not name stay what they are.
     *
     * @param labels of an integer type
     * @param meaning new values by old ones; where one does not fit into the type of the volume, the result is INT32
     * @throws IllegalArgumentException for a volume of FLOAT32, whose values are no labels
     */
    public static Volume of(final Volume labels, final SortedMap<Integer, Integer> meaning) {
        final LabelVolume source = LabelVolume.of(labels);
        if (meaning.isEmpty()) {
            return labels;
        }
        final boolean fits =
            meaning.values().stream().allMatch(label -> label >= labels.type().min() && label <= labels.type().max());
        final VoxelType type = fits ? labels.type() : VoxelType.INT32;
        return LazyVolume.load(labels.name(), new Layout(labels.shape(), type, EDGE, EDGE, EDGE), labels.voxelSize(),
            block -> IntegerVoxels.pack(map(source, meaning, block), type))
            .withOrigin(labels.origin()).withMetadata(labels.metadata());
    }

    /** Neighbours mostly have the same label, so that the map is asked where it changes only. */
    private static int[] map(final LabelVolume labels, final SortedMap<Integer, Integer> meaning, final Block block) {
        final int[] values = new int[block.voxels()];
        labels.read(block, values);
        int label = values[0];
        int mapped = meaning.getOrDefault(label, label);
        for (int i = 0; i < values.length; i++) {
            if (values[i] != label) {
                label = values[i];
                mapped = meaning.getOrDefault(label, label);
            }
            values[i] = mapped;
        }
        return values;
    }
}
