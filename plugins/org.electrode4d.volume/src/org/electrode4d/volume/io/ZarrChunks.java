// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.ChunkLoader;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Shape;

/**
 * Loads the chunks of a Zarr array, one file each. Chunks that are not there have the fill value.
 */
record ZarrChunks(ZarrHeader header) implements ChunkLoader {

    Layout layout() {
        final Shape chunk = header.chunk();
        return new Layout(header.shape(), header.stored().type(), Math.toIntExact(chunk.x()),
            Math.toIntExact(chunk.y()), Math.toIntExact(chunk.z()));
    }

    @Override
    public Object load(final Block block) throws IOException {
        final Shape chunk = header.chunk();
        final Path file = header.file(block.minX() / chunk.x(), block.minY() / chunk.y(), block.minZ() / chunk.z());
        final Object values = header.stored().type().newArray(block.voxels());
        try {
            copy(unpack(file, Files.readAllBytes(file)), block, values);
        } catch (NoSuchFileException e) {
            StoredType.fill(values, header.fill()); // by the format, a chunk that was not written
        }
        return values;
    }

    private ByteBuffer unpack(final Path file, final byte[] packed) throws IOException {
        final int length = Math.toIntExact(header.chunk().voxels() * header.stored().bytes());
        try {
            final byte[] bytes = header.codec().unpack(packed, length);
            if (bytes.length == length) {
                return ByteBuffer.wrap(bytes);
            }
            throw new VolumeFormatException(file, "The chunk has " + bytes.length + " bytes unpacked, but "
                + length + " were expected. Copy or write the volume again.");
        } catch (VolumeFormatException e) {
            throw e;
        } catch (IOException | DataFormatException e) {
            throw new VolumeFormatException(file, "The chunk is damaged (" + e.getMessage()
                + "). Copy or write the volume again.", e);
        }
    }

    private void copy(final ByteBuffer bytes, final Block block, final Object values) {
        final StoredType stored = header.stored();
        int index = 0;
        for (int z = 0; z < block.sizeZ(); z++) {
            for (int y = 0; y < block.sizeY(); y++) {
                final long row = (z * header.chunk().y() + y) * header.chunk().x();
                bytes.position((int)row * stored.bytes());
                stored.decode(bytes, values, index, block.sizeX());
                index += block.sizeX();
            }
        }
    }
}
