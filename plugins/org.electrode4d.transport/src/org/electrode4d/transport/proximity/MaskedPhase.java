// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.proximity;

import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/** The part of a phase that is inside of a mask, such as the pores that are connected with a face. */
public final class MaskedPhase {

    private static final int EDGE = 64;

    private MaskedPhase() {
    }

    /**
     * Computed on demand, with the name and the facts of the phase.
     *
     * @param phase of an integer type, not 0 inside
     * @param mask alike in shape and voxel size, not 0 inside
     * @return UINT8, 1 where both are inside, else 0
     * @throws org.electrode4d.volume.VolumeException if one of them is FLOAT32, or they are not alike
     */
    public static Volume of(final Volume phase, final Volume mask) {
        Masks.requireAlike(Masks.requireIntegers(phase, "the phase"), Masks.requireIntegers(mask, "the mask"));
        final Layout layout = new Layout(phase.shape(), VoxelType.UINT8, EDGE, EDGE, EDGE);
        return LazyVolume.load(phase.name(), layout, phase.voxelSize(), block -> {
            final float[] inPhase = new float[block.voxels()];
            final float[] inMask = new float[block.voxels()];
            phase.read(block, inPhase);
            mask.read(block, inMask);
            final byte[] both = new byte[block.voxels()];
            for (int i = 0; i < both.length; i++) {
                both[i] = (byte)(inPhase[i] != 0 && inMask[i] != 0 ? 1 : 0);
            }
            return both;
        }).withOrigin(phase.origin()).withMetadata(phase.metadata());
    }
}
