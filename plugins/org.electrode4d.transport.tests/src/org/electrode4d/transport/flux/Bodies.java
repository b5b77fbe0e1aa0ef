// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/** Bodies with known resistances, and the solver on them. */
final class Bodies {

    /** The label of a voxel. */
    interface Label {
        int at(int x, int y, int z);
    }

    private Bodies() {
    }

    static LabelVolume body(final int nx, final int ny, final int nz, final Label label) {
        return body(nx, ny, nz, VoxelSize.isotropic(0.5), label);
    }

    static LabelVolume body(final int nx, final int ny, final int nz, final VoxelSize size, final Label label) {
        final byte[] values = new byte[nx * ny * nz];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)label.at(i % nx, i / nx % ny, i / nx / ny);
        }
        return LabelVolume.of(Volume.of("body", ArrayImgs.unsignedBytes(values, nx, ny, nz), size));
    }

    /** The voxels of an array, x fastest. */
    static LabelVolume body(final int nx, final int ny, final int nz, final VoxelSize size, final byte[] labels) {
        return body(nx, ny, nz, size, (x, y, z) -> labels[(z * ny + y) * nx + x]);
    }

    /** A channel of one voxel: 8 down, 12 to the side and back in turn; 149 voxels. */
    static LabelVolume staircase() {
        final boolean[][] open = new boolean[65][65];
        int y = 4;
        int z = 0;
        int side = 1;
        open[0][4] = true;
        while (z < 64) {
            for (int i = 0; i < 8; i++) {
                open[++z][y] = true;
            }
            for (int i = 0; i < 12 && z < 64; i++) {
                y += side;
                open[z][y] = true;
            }
            side = -side;
        }
        return body(65, 65, 65, (i, j, k) -> i == 32 && open[k][j] ? 1 : 0);
    }

    /** Four walls of 2 voxels across z with slots of 8 at one and the other side in turn. */
    static LabelVolume baffles() {
        return body(40, 48, 80, (x, y, z) -> {
            final boolean wall = z % 16 < 2 && z >= 16 && z < 66;
            final boolean slot = z / 16 % 2 == 1 ? y >= 40 : y < 8;
            return !wall || slot ? 1 : 0;
        });
    }

    static SteadyFlux solve(final LabelVolume labels, final Conductors conductors, final FluxSettings settings) {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            return SteadyFlux.of(labels, conductors, settings, scratch, Progress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Label 1 conducts with D = 1. */
    static FluxResult result(final LabelVolume labels, final FluxSettings settings) {
        return solve(labels, Conductors.of(1), settings).result();
    }

    static Conductors two(final double first, final double second) {
        return Conductors.of(Map.of(1, first, 2, second));
    }
}
