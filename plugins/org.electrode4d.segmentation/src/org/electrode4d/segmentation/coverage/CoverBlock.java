// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.coverage;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.VoxelSize;

/** Particles and phases of a block with its halo, cut at the volume's border. Coordinates count from its corner. */
final class CoverBlock {

    /** Stands for the particle that a ray comes from. */
    static final int OWN = Cover.values().length;

    private final Block outer;
    private final int[] particles;
    private final byte[] covers;
    private final double[] voxelSize;

    CoverBlock(final LabelVolume particles, final LabelVolume phases, final Block outer,
        final CoverPhases.Lookup lookup) {
        this.outer = outer;
        this.particles = new int[outer.voxels()];
        particles.read(outer, this.particles);
        covers = covers(phases, outer, lookup);
        final VoxelSize size = particles.volume().voxelSize();
        voxelSize = new double[] {size.x(), size.y(), size.z()};
    }

    /** Plane by plane, since integers of the whole block need not be kept. */
    private static byte[] covers(final LabelVolume phases, final Block outer, final CoverPhases.Lookup lookup) {
        final byte[] covers = new byte[outer.voxels()];
        final int plane = outer.sizeX() * outer.sizeY();
        final int[] labels = new int[plane];
        for (int z = 0; z < outer.sizeZ(); z++) {
            phases.read(new Block(outer.minX(), outer.minY(), outer.minZ() + z, outer.sizeX(), outer.sizeY(), 1),
                labels);
            for (int i = 0; i < plane; i++) {
                covers[z * plane + i] = lookup.cover(labels[i]);
            }
        }
        return covers;
    }

    Block outer() {
        return outer;
    }

    double voxelSize(final int axis) {
        return voxelSize[axis];
    }

    /** 3, or fewer in a volume of one slice. */
    int dimensions() {
        return (outer.sizeX() > 1 ? 1 : 0) + (outer.sizeY() > 1 ? 1 : 0) + (outer.sizeZ() > 1 ? 1 : 0);
    }

    boolean contains(final int[] voxel) {
        return voxel[0] >= 0 && voxel[0] < outer.sizeX() && voxel[1] >= 0 && voxel[1] < outer.sizeY()
            && voxel[2] >= 0 && voxel[2] < outer.sizeZ();
    }

    private int index(final int x, final int y, final int z) {
        return (z * outer.sizeY() + y) * outer.sizeX() + x;
    }

    int particle(final int x, final int y, final int z) {
        return particles[index(x, y, z)];
    }

    /** Ordinal of what a voxel is to a ray from a particle, or {@link #OWN}; the particle decides before the phase. */
    int cover(final int[] voxel, final int own) {
        final int index = index(voxel[0], voxel[1], voxel[2]);
        final int particle = particles[index];
        if (particle == 0) {
            return covers[index];
        }
        return particle == own ? OWN : Cover.TOUCHING.ordinal();
    }

    /**
     * A particle as 1 in 0.
     *
     * @param box may stick out of the block, where the border voxel is repeated
     */
    float[] mask(final Block box, final int label) {
        final float[] mask = new float[box.voxels()];
        int i = 0;
        for (int z = 0; z < box.sizeZ(); z++) {
            for (int y = 0; y < box.sizeY(); y++) {
                final int row = index(0, clip(box.minY() + y, outer.sizeY()), clip(box.minZ() + z, outer.sizeZ()));
                for (int x = 0; x < box.sizeX(); x++) {
                    mask[i++] = particles[row + clip(box.minX() + x, outer.sizeX())] == label ? 1 : 0;
                }
            }
        }
        return mask;
    }

    private static int clip(final long position, final int size) {
        return (int)Math.max(0, Math.min(size - 1, position));
    }
}
