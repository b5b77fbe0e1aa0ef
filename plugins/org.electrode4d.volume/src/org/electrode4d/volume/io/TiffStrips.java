// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * Deflated strips of a TIFF file: packed several at a time, appended in the order of blocks.
 */
final class TiffStrips {

    /** Blocks whose packed strips wait in memory for their turn. */
    private static final int BATCH = 16;

    private final Volume volume;
    private final StoredType stored;
    private final List<Block> blocks;
    private final long[][] offsets;
    private final long[][] lengths;

    TiffStrips(final Volume volume, final StoredType stored) {
        this.volume = volume;
        this.stored = stored;
        blocks = RawWriter.blocks(volume);
        final int planes = Math.toIntExact(volume.shape().z());
        final int strips = (int)((volume.shape().y() - 1) / rowsPerStrip() + 1);
        offsets = new long[planes][strips];
        lengths = new long[planes][strips];
    }

    int rowsPerStrip() {
        return blocks.get(0).sizeY();
    }

    long[][] offsets() {
        return offsets;
    }

    long[][] lengths() {
        return lengths;
    }

    /** Appends all strips from a position on and returns where they end. */
    long write(final FileChannel channel, final long start, final Progress progress) throws IOException {
        long position = start;
        for (int i = 0; i < blocks.size(); i += BATCH) {
            final List<Block> batch = blocks.subList(i, Math.min(i + BATCH, blocks.size()));
            final Progress part = progress.part(i / (double)blocks.size(),
                (i + batch.size()) / (double)blocks.size());
            final List<byte[][]> packed = Blocks.map(batch, part, "Writing " + volume.name(), this::pack);
            for (int b = 0; b < batch.size(); b++) {
                position = append(channel, position, batch.get(b), packed.get(b));
            }
        }
        return position;
    }

    private long append(final FileChannel channel, final long start, final Block block, final byte[][] strips)
        throws IOException {
        long position = start;
        final int strip = (int)(block.minY() / rowsPerStrip());
        for (int z = 0; z < strips.length; z++) {
            RawWriter.writeFully(channel, ByteBuffer.wrap(strips[z]), position);
            offsets[(int)block.minZ() + z][strip] = position;
            lengths[(int)block.minZ() + z][strip] = strips[z].length;
            position += strips[z].length;
        }
        return position;
    }

    private byte[][] pack(final Block block) {
        final Object values = volume.type().newArray(block.voxels());
        volume.readNative(block, values);
        final int run = block.sizeX() * block.sizeY();
        final ByteBuffer buffer = ByteBuffer.allocate(run * stored.bytes());
        final byte[][] strips = new byte[block.sizeZ()][];
        for (int z = 0; z < strips.length; z++) {
            stored.encode(values, z * run, run, buffer.clear());
            strips[z] = deflate(buffer.array());
        }
        return strips;
    }

    /** Grey values of a tomogram are noise in their last bits: more effort hardly makes them smaller. */
    static byte[] deflate(final byte[] bytes) {
        final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        final ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 2 + 64);
        try (DeflaterOutputStream stream = new DeflaterOutputStream(packed, deflater, 1 << 16)) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("Memory does not refuse bytes.", e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }
}
