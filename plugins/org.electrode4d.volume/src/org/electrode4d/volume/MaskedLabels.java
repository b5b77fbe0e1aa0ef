// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import org.electrode4d.volume.LazyVolume.Layout;

/** The labels inside a mask, such as the part of every particle that is not lithiated. */
public final class MaskedLabels {

    private static final int EDGE = 64;

    private MaskedLabels() {
    }

    /**
     * Computed on demand, with the type and the facts of the labels: 0 where the mask is 0 or NaN.
     *
     * @throws VolumeException if the volumes differ in shape or voxel size
     */
    public static LabelVolume of(final LabelVolume labels, final Volume mask) {
        final Volume volume = labels.volume();
        Masks.requireAlike(volume, mask);
        final Layout layout = new Layout(volume.shape(), volume.type(), EDGE, EDGE, EDGE);
        final Volume masked = LazyVolume.load(volume.name() + " in " + mask.name(), layout, volume.voxelSize(),
            block -> {
                final int[] values = new int[block.voxels()];
                labels.read(block, values);
                final float[] inside = new float[values.length];
                mask.read(block, inside);
                for (int i = 0; i < values.length; i++) {
                    values[i] = Math.abs(inside[i]) > 0 ? values[i] : 0;
                }
                return labels.toNative(values);
            }).withOrigin(volume.origin()).withMetadata(volume.metadata());
        return new LabelVolume(masked, labels.names());
    }
}
