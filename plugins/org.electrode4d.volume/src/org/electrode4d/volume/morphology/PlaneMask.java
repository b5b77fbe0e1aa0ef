// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/** Masks that are computed plane by plane when somebody looks. */
public final class PlaneMask {

    /** Says for each voxel of a plane whether it is inside: 1, or 0 as the array is before. */
    public interface Inside {
        void compute(long z, byte[] plane);
    }

    private PlaneMask() {
    }

    /** A mask with the shape and the facts of a volume, but without its names of labels. */
    public static Volume of(final Volume like, final Inside inside) {
        final Shape shape = like.shape();
        final Layout layout = new Layout(shape, VoxelType.UINT8, (int)shape.x(), (int)shape.y(), 1);
        final Volume mask = LazyVolume.load(like.name(), layout, like.voxelSize(), block -> {
            final byte[] plane = new byte[block.voxels()];
            inside.compute(block.minZ(), plane);
            return plane;
        });
        return Relabelling.unnamed(mask.withOrigin(like.origin()).withMetadata(like.metadata()));
    }

    public static Block plane(final Volume volume, final long z) {
        return new Block(0, 0, z, (int)volume.shape().x(), (int)volume.shape().y(), 1);
    }
}
