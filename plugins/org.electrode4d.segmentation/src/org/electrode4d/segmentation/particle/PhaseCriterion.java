// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.particle;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/**
 * Which voxels of a volume belong to a phase.
 *
 * @param kind how they are told
 * @param value label or threshold in the units of the volume; of no use for a mask
 */
public record PhaseCriterion(Kind kind, double value) {

    private static final int EDGE = 64;

    /** How voxels of a phase are told. */
    public enum Kind {
        /** All that are not 0. */
        MASK,
        /** Those of one label. */
        LABEL,
        /** Grey values up to the threshold. */
        DARKER,
        /** Grey values from the threshold on. */
        BRIGHTER
    }

    /**
     * The labels where the volume holds the phase, 0 elsewhere; computed on demand.
     *
     * @throws IllegalArgumentException when read, for a mask or label in a volume of FLOAT32
     */
    LabelVolume within(final LabelVolume labels, final Volume phase) {
        final Volume ids = labels.volume();
        final Layout layout = new Layout(ids.shape(), VoxelType.INT32, EDGE, EDGE, EDGE);
        return LabelVolume.of(LazyVolume.load(ids.name(), layout, ids.voxelSize(), block -> held(labels, phase, block))
            .withOrigin(ids.origin()));
    }

    private int[] held(final LabelVolume labels, final Volume phase, final Block block) {
        final int[] ids = new int[block.voxels()];
        labels.read(block, ids);
        if (kind == Kind.MASK || kind == Kind.LABEL) {
            keepLabelled(ids, phase, block);
        } else {
            keepGrey(ids, phase, block);
        }
        return ids;
    }

    private void keepLabelled(final int[] ids, final Volume phase, final Block block) {
        // not as grey values, because a float does not hold every integer above 2^24
        final int[] labels = new int[ids.length];
        LabelVolume.of(phase).read(block, labels);
        for (int i = 0; i < ids.length; i++) {
            final boolean held = kind == Kind.MASK ? labels[i] != 0 : labels[i] == value;
            ids[i] = held ? ids[i] : 0;
        }
    }

    /** What is not a number is never of the phase. */
    private void keepGrey(final int[] ids, final Volume phase, final Block block) {
        final float[] values = new float[ids.length];
        phase.read(block, values);
        for (int i = 0; i < ids.length; i++) {
            final boolean held = kind == Kind.DARKER ? values[i] <= value : values[i] >= value;
            ids[i] = held ? ids[i] : 0;
        }
    }
}
