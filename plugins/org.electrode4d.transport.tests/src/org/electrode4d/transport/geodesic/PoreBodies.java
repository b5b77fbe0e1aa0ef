// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/** Pore spaces whose shortest paths are known, as in {@code make_structures.py}; entry at z = 0. */
final class PoreBodies {

    private PoreBodies() {
    }

    /** Whether a voxel is pore. */
    @FunctionalInterface
    interface Pore {
        boolean at(int x, int y, int z);
    }

    static Volume of(final Shape shape, final VoxelSize size, final Pore pore) {
        final byte[] mask = new byte[(int)shape.voxels()];
        int i = 0;
        for (int z = 0; z < shape.z(); z++) {
            for (int y = 0; y < shape.y(); y++) {
                for (int x = 0; x < shape.x(); x++) {
                    mask[i++] = (byte)(pore.at(x, y, z) ? 1 : 0);
                }
            }
        }
        return Volume.of("pores", ArrayImgs.unsignedBytes(mask, shape.x(), shape.y(), shape.z()), size);
    }

    static Volume of(final int edge, final Pore pore) {
        return of(new Shape(edge, edge, edge), VoxelSize.isotropic(1), pore);
    }

    /** One voxel wide: down 8, aside 12, down 8, and so on to z = 64; 14 turns. */
    static Volume orthogonalZigzag() {
        final boolean[][] open = new boolean[65][65];
        int z = 0;
        int y = 4;
        int direction = 1;
        open[0][4] = true;
        while (z < 64) {
            for (int k = 0; k < 8; k++) {
                open[++z][y] = true;
            }
            for (int k = 0; k < 12 && z < 64; k++) {
                y += direction;
                open[z][y] = true;
            }
            direction = -direction;
        }
        return of(65, (x, b, c) -> x == 32 && open[c][b]);
    }

    /** One voxel per slice, always a diagonal step from the one before, with a turn each 16 slices. */
    static Volume diagonalZigzag() {
        return of(65, (x, y, z) -> x == 32 && y == 16 + (z / 16 % 2 == 0 ? z % 16 : 16 - z % 16));
    }

    static Volume spaceDiagonal() {
        return of(65, (x, y, z) -> x == y && y == z);
    }

    /**
     * Four walls of two voxels with slots at alternating ends, invariant in x.
     *
     * @param refinement voxels for each voxel of the coarsest body, whose size is 1 µm
     */
    static Volume baffles(final int width, final int refinement) {
        return of(new Shape(width, 48L * refinement, 80L * refinement), VoxelSize.isotropic(1.0 / refinement),
            (x, y, z) -> !isBaffle(y / refinement, z / refinement));
    }

    private static boolean isBaffle(final int y, final int z) {
        final int wall = z / 16;
        return wall >= 1 && z % 16 < 2 && (wall % 2 == 1 ? y < 40 : y >= 8);
    }

    /** A dead end that turns back up, and a closed cavity of 800 voxels; nothing leads through. */
    static Volume deadEnd() {
        return of(48, (x, y, z) -> x >= 20 && x < 28 && (z < 30 && y >= 10 && y < 14
            || z >= 26 && z < 30 && y >= 10 && y < 40 || z >= 10 && z < 30 && y >= 36 && y < 40)
            || z >= 36 && z < 44 && y >= 20 && y < 30 && x >= 20 && x < 30);
    }

    static float[] read(final Volume volume) {
        final Shape shape = volume.shape();
        final float[] values = new float[(int)shape.voxels()];
        volume.read(new Block(0, 0, 0, (int)shape.x(), (int)shape.y(), (int)shape.z()), values);
        return values;
    }
}
