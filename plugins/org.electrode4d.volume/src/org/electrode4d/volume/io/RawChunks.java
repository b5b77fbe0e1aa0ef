// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.LongUnaryOperator;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.ChunkLoader;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Shape;

/**
 * Voxels that stand uncompressed in a file, plane by plane and row by row: any box of them is read directly.
 *
 * @param shape of the whole, with x contiguous
 * @param stored type of the voxels
 * @param planes where the first byte of a plane is in the file
 */
record RawChunks(Path path, Shape shape, StoredType stored, LongUnaryOperator planes) implements ChunkLoader {

    /** Large enough to read well, small enough for local work and not to be a "humongous" array in a small heap. */
    private static final int CHUNK_BYTES = 1 << 18;
    private static final int LONGEST_ROW = 4096;

    /** Planes that follow each other without gaps. */
    static RawChunks contiguous(final Path path, final Shape shape, final StoredType stored, final long offset) {
        final long planeBytes = Math.multiplyExact(Math.multiplyExact(shape.x(), shape.y()), stored.bytes());
        return new RawChunks(path, shape, stored, z -> offset + z * planeBytes);
    }

    /** Chunks of whole rows, because those of a plane are read at once; about twice as many rows as planes. */
    Layout layout() {
        final int width = (int)Math.min(shape.x(), LONGEST_ROW);
        final int rows = Math.max(1, CHUNK_BYTES / (width * stored.type().bytes()));
        final int high = Integer.highestOneBit((int)Math.max(1, Math.sqrt(2.0 * rows)));
        return new Layout(shape, stored.type(), width, high, Math.max(1, rows / high));
    }

    /** @throws VolumeFormatException if the file is too short to hold all planes */
    RawChunks requireComplete() throws IOException {
        final long end = planes.applyAsLong(shape.z() - 1) + shape.x() * shape.y() * stored.bytes();
        try (FileBytes file = new FileBytes(path)) {
            if (file.size() < end) {
                throw new VolumeFormatException(path, "The file is truncated: " + shape + " voxels of "
                    + stored.bytes() + " bytes need " + end + " bytes with the header, but the file has "
                    + file.size() + ". Copy or write it again.");
            }
        }
        return this;
    }

    @Override
    public Object load(final Block chunk) throws IOException {
        final Object values = stored.type().newArray(chunk.voxels());
        final boolean wholeRows = chunk.sizeX() == shape.x();
        final int run = wholeRows ? chunk.sizeX() * chunk.sizeY() : chunk.sizeX();
        final int runsPerPlane = wholeRows ? 1 : chunk.sizeY();
        final ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(run, stored.bytes()));
        try (FileBytes file = new FileBytes(path)) {
            int index = 0;
            for (int z = 0; z < chunk.sizeZ(); z++) {
                final long plane = planes.applyAsLong(chunk.minZ() + z);
                for (int y = 0; y < runsPerPlane; y++) {
                    final long voxel = (chunk.minY() + y) * shape.x() + chunk.minX();
                    stored.decode(file.read(plane + voxel * stored.bytes(), buffer.clear()), values, index, run);
                    index += run;
                }
            }
        }
        return values;
    }
}
