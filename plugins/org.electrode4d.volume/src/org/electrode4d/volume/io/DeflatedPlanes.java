// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.zip.Deflater;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * Writes the voxels of a volume as one zlib stream, which only one thread can do.
 */
record DeflatedPlanes(Volume volume, StoredType stored) {

    private static final long BLOCK_BYTES = 4L << 20;
    private static final int BUFFER_BYTES = 1 << 16;

    /** Writes from an offset in the file on and returns the length of the stream. */
    long write(final FileChannel channel, final long offset, final Progress progress) throws IOException {
        final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            final List<Block> blocks = blocks();
            long position = offset;
            for (int i = 0; i < blocks.size(); i++) {
                progress.check();
                deflater.setInput(bytes(blocks.get(i)));
                if (i == blocks.size() - 1) {
                    deflater.finish();
                }
                position = drain(deflater, channel, position);
                progress.report((i + 1) / (double)blocks.size(), "Writing " + volume.name());
            }
            return position - offset;
        } finally {
            deflater.end();
        }
    }

    /** Whole planes, or rows of one plane where planes are large: in the order of the file. */
    private List<Block> blocks() {
        final Shape shape = volume.shape();
        final int width = Math.toIntExact(shape.x());
        final long rows = Math.max(1, BLOCK_BYTES / ((long)width * stored.bytes()));
        final int rowsY = (int)Math.min(rows, shape.y());
        final int planes = rowsY < shape.y() ? 1 : (int)Math.min(rows / rowsY, shape.z());
        return Blocks.tile(shape, width, rowsY, planes);
    }

    private byte[] bytes(final Block block) {
        final Object values = volume.type().newArray(block.voxels());
        volume.readNative(block, values);
        final ByteBuffer buffer = ByteBuffer.allocate(block.voxels() * stored.bytes());
        stored.encode(values, 0, block.voxels(), buffer);
        return buffer.array();
    }

    private static long drain(final Deflater deflater, final FileChannel channel, final long start)
        throws IOException {
        final byte[] packed = new byte[BUFFER_BYTES];
        long position = start;
        while (!deflater.needsInput() || deflater.finished()) {
            final int count = deflater.deflate(packed);
            if (count == 0) {
                break;
            }
            RawWriter.writeFully(channel, ByteBuffer.wrap(packed, 0, count), position);
            position += count;
        }
        return position;
    }
}
