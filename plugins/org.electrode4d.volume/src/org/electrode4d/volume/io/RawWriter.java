// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * Writes the voxels of a volume uncompressed, x fastest, plane after plane. Blocks of whole rows are read and written
 * in any order, each at its place, so that the memory in use is a few blocks and every chunk of the source is loaded
 * once.
 */
record RawWriter(Volume volume, StoredType stored) {

    private static final long BLOCK_BYTES = 16L << 20;

    /**
     * Writes from an offset in the file on.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    void write(final FileChannel channel, final long offset, final Progress progress) {
        Blocks.forEach(blocks(volume), progress, "Writing " + volume.name(), block -> {
            try {
                write(channel, offset, block);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Blocks of whole rows that follow the chunks of a volume and hold some megabytes, in the order of the file. */
    static List<Block> blocks(final Volume volume) {
        final Shape shape = volume.shape();
        final int[] chunk = volume.chunkSize();
        final int width = Math.toIntExact(shape.x());
        final long rows = Math.max(1, BLOCK_BYTES / ((long)width * volume.type().bytes()));
        final int rowsY = fit(chunk[1], 64, rows, shape.y());
        final int rowsZ = fit(chunk[2], 64, rows / rowsY, shape.z());
        return Blocks.tile(shape, width, rowsY, rowsZ);
    }

    /** A multiple of the chunk near the wanted size, unless that is more than there is room for. */
    private static int fit(final int chunk, final int wanted, final long room, final long extent) {
        final long multiple = chunk >= wanted ? Math.min(chunk, extent) : (long)chunk * (wanted / chunk);
        return (int)Math.max(1, Math.min(Math.min(multiple, room), extent));
    }

    private void write(final FileChannel channel, final long offset, final Block block) throws IOException {
        final Object values = volume.type().newArray(block.voxels());
        volume.readNative(block, values);
        final int run = block.sizeX() * block.sizeY();
        final ByteBuffer buffer = ByteBuffer.allocate(run * stored.bytes());
        for (int z = 0; z < block.sizeZ(); z++) {
            stored.encode(values, z * run, run, buffer.clear());
            final long row = (block.minZ() + z) * volume.shape().y() + block.minY();
            writeFully(channel, buffer.flip(), offset + row * block.sizeX() * stored.bytes());
        }
    }

    static void writeFully(final FileChannel channel, final ByteBuffer buffer, final long position)
        throws IOException {
        long next = position;
        while (buffer.hasRemaining()) {
            next += channel.write(buffer, next);
        }
    }
}
