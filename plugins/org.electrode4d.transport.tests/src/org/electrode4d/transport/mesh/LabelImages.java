// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/** Label images to be meshed. */
final class LabelImages {

    /** The phase of a voxel. */
    @FunctionalInterface
    interface Phase {
        int at(int x, int y, int z);
    }

    private LabelImages() {
    }

    /** Of voxels of 1 µm. */
    static Volume of(final int nx, final int ny, final int nz, final Phase phase) {
        final byte[] values = new byte[nx * ny * nz];
        for (int z = 0; z < nz; z++) {
            for (int y = 0; y < ny; y++) {
                for (int x = 0; x < nx; x++) {
                    values[(z * ny + y) * nx + x] = (byte)phase.at(x, y, z);
                }
            }
        }
        return Volume.of("phases", ArrayImgs.unsignedBytes(values, nx, ny, nz), VoxelSize.isotropic(1));
    }

    /** Phases drawn one by one, with anisotropic voxels somewhere in space. */
    static Volume random(final int nx, final int ny, final int nz, final int phases, final double background,
        final long seed) {
        final Random random = new Random(seed);
        return of(nx, ny, nz, (x, y, z) -> random.nextDouble() < background ? 0 : random.nextInt(phases))
            .withVoxelSize(new VoxelSize(0.5, 0.75, 1.25)).withOrigin(new Point(-3, 2, 10));
    }
}
