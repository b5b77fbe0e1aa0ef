// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import org.electrode4d.volume.Block;

/**
 * The strips or tiles of a page, for pages that are compressed or not in one piece.
 */
final class TiffSegments {

    private final TiffPage page;
    private final FileBytes file;
    private final long[] offsets;
    private final long[] byteCounts;

    TiffSegments(final TiffPage page, final FileBytes file) throws IOException {
        this.page = page;
        this.file = file;
        final TiffDirectory fields = new TiffDirectory(file, page.layout(), page.directory());
        final boolean tiled = fields.has(TiffTag.TILE_OFFSETS);
        offsets = fields.numbers(tiled ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS);
        byteCounts = fields.numbers(tiled ? TiffTag.TILE_BYTE_COUNTS : TiffTag.STRIP_BYTE_COUNTS);
        final long needed = (long)page.segmentsX() * ((page.height() - 1) / page.segmentHeight() + 1);
        if (offsets.length < needed || byteCounts.length < needed) {
            throw new VolumeFormatException(page.path(), "The header is damaged: a page of " + needed
                + " strips or tiles gives the places of " + offsets.length + " and the lengths of "
                + byteCounts.length + ".");
        }
    }

    /**
     * Copies what a box of voxels needs from this page.
     *
     * @param chunk whose x and y are those of the page
     * @param plane of the chunk's array to fill, counted from its first
     */
    void read(final Block chunk, final int plane, final Object values) throws IOException {
        final int width = page.segmentWidth();
        final int height = page.segmentHeight();
        for (long row = chunk.minY() / height; row * height < chunk.endY(); row++) {
            for (long column = chunk.minX() / width; column * width < chunk.endX(); column++) {
                final int index = (int)(row * page.segmentsX() + column);
                final int rows = page.tiled() ? height : (int)Math.min(height, page.height() - row * height);
                final Block segment = new Block(column * width, row * height, 0, width, rows, 1);
                copy(unpack(index, segment), segment, chunk, plane, values);
            }
        }
    }

    private byte[] unpack(final int index, final Block segment) throws IOException {
        final byte[] bytes = new byte[Math.multiplyExact(segment.voxels(), page.stored().bytes())];
        if (byteCounts[index] == 0 && offsets[index] == 0) {
            return bytes; // writers of sparse files leave out what is zero
        } else if (byteCounts[index] > Integer.MAX_VALUE - 8) {
            throw damaged(index, "it claims " + byteCounts[index] + " bytes");
        }
        final byte[] packed = file.read(offsets[index], (int)byteCounts[index]).array();
        try {
            page.compression().decode(packed, bytes);
        } catch (DataFormatException | IndexOutOfBoundsException e) {
            throw damaged(index, e.getMessage());
        }
        if (page.predictor()) {
            TiffPredictor.undo(ByteBuffer.wrap(bytes).order(page.stored().order()), page.stored().bytes(),
                segment.sizeX());
        }
        return bytes;
    }

    private void copy(final byte[] bytes, final Block segment, final Block chunk, final int plane,
        final Object values) {
        final StoredType stored = page.stored();
        final Block shared = segment.intersect(new Block(chunk.minX(), chunk.minY(), 0, chunk.sizeX(),
            chunk.sizeY(), 1));
        final ByteBuffer buffer = ByteBuffer.wrap(bytes);
        for (long y = shared.minY(); y < shared.endY(); y++) {
            final long source = (y - segment.minY()) * segment.sizeX() + shared.minX() - segment.minX();
            final long target = (plane * (long)chunk.sizeY() + y - chunk.minY()) * chunk.sizeX()
                + shared.minX() - chunk.minX();
            buffer.position((int)source * stored.bytes());
            stored.decode(buffer, values, (int)target, shared.sizeX());
        }
    }

    private VolumeFormatException damaged(final int index, final String problem) {
        return new VolumeFormatException(page.path(), "Strip or tile " + index + " is damaged: " + problem
            + ". Copy or write the file again.");
    }
}
