// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import java.io.IOException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/** Probabilities on their way to volumes: kept in 16 bits, read as FLOAT32. */
final class ProbabilityPlanes {

    private static final int SCALE = 65_534;
    private static final int NOTHING = 65_535;

    private final PlaneStore planes;

    /** @throws IOException if there is no room */
    ProbabilityPlanes(final Shape shape, final ScratchSpace scratch) throws IOException {
        planes = scratch.create(shape, VoxelType.UINT16);
    }

    /**
     * Keeps a plane.
     *
     * @param probabilities with the plane in it
     * @param from where it begins
     * @param excluded pixels without probability
     */
    void store(final long z, final float[] probabilities, final int from, final boolean[] excluded) {
        final short[] plane = new short[planes.planeVoxels()];
        for (int i = 0; i < plane.length; i++) {
            final int value = Math.min(SCALE, Math.round(SCALE * probabilities[from + i]));
            plane[i] = (short)(excluded[i] ? NOTHING : value);
        }
        planes.store(z, plane);
    }

    /**
     * The probabilities as a volume.
     *
     * @param complement whether it is 1 minus what was stored: the first of two classes
     * @param like has that shape, voxel size and origin
     */
    Volume volume(final String name, final boolean complement, final Volume like) {
        final Shape shape = like.shape();
        final Layout layout = new Layout(shape, VoxelType.FLOAT32, (int)shape.x(), (int)shape.y(), 1);
        return LazyVolume.load(name, layout, like.voxelSize(), block -> values(block, complement))
            .withOrigin(like.origin()).withMetadata(like.metadata());
    }

    private float[] values(final Block block, final boolean complement) {
        final short[] plane = (short[])planes.load(block.minZ());
        final float[] values = new float[plane.length];
        for (int i = 0; i < values.length; i++) {
            final int value = plane[i] & 0xffff;
            values[i] = value == NOTHING ? Float.NaN : (complement ? SCALE - value : value) / (float)SCALE;
        }
        return values;
    }
}
