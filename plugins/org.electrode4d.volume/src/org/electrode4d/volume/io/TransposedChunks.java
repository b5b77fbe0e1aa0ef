// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.ChunkLoader;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Shape;

/**
 * Voxels that stand in a file with z contiguous and x slowest ("Fortran order" of the axes z, y, x).
 *
 * @param stored the file as it stands, with its contiguous axis called x
 */
record TransposedChunks(RawChunks stored) implements ChunkLoader {

    Layout layout() {
        final Layout layout = stored.layout();
        final Shape shape = layout.shape();
        return new Layout(new Shape(shape.z(), shape.y(), shape.x()), layout.type(), layout.chunkZ(),
            layout.chunkY(), layout.chunkX());
    }

    @Override
    public Object load(final Block chunk) throws IOException {
        final Object source = stored.load(new Block(chunk.minZ(), chunk.minY(), chunk.minX(), chunk.sizeZ(),
            chunk.sizeY(), chunk.sizeX()));
        final Object values = stored.stored().type().newArray(chunk.voxels());
        if (source instanceof byte[] bytes) {
            forEach(chunk, (from, to) -> ((byte[])values)[to] = bytes[from]);
        } else if (source instanceof short[] shorts) {
            forEach(chunk, (from, to) -> ((short[])values)[to] = shorts[from]);
        } else if (source instanceof int[] ints) {
            forEach(chunk, (from, to) -> ((int[])values)[to] = ints[from]);
        } else {
            forEach(chunk, (from, to) -> ((float[])values)[to] = ((float[])source)[from]);
        }
        return values;
    }

    @FunctionalInterface
    private interface Move {
        void move(int from, int to);
    }

    private static void forEach(final Block chunk, final Move move) {
        int to = 0;
        for (int z = 0; z < chunk.sizeZ(); z++) {
            for (int y = 0; y < chunk.sizeY(); y++) {
                for (int x = 0; x < chunk.sizeX(); x++) {
                    move.move((x * chunk.sizeY() + y) * chunk.sizeZ() + z, to++);
                }
            }
        }
    }
}
