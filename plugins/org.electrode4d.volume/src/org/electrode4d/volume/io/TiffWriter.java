// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * Writes a volume as TIFF: page headers first and then all pages in one piece, as ImageJ likes it; compressed ones with
 * the strips first and the headers at the end.
 */
final class TiffWriter {

    /** Offsets have 32 bits; the margin holds page headers and what deflate adds to noise. */
    private static final long CLASSIC_LIMIT = 0xffff_ffffL - (64L << 20);
    private static final int ALIGNMENT = 4096;

    private final Volume volume;
    private final Shape shape;
    private final boolean deflate;
    private final boolean big;

    TiffWriter(final Volume volume, final boolean deflate) {
        this.volume = volume;
        this.deflate = deflate;
        shape = volume.shape();
        big = shape.voxels() * volume.type().bytes() > CLASSIC_LIMIT;
    }

    void write(final Path file, final Progress progress) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            if (deflate) {
                writeDeflated(channel, progress);
            } else {
                writeRaw(channel, progress);
            }
        }
    }

    private void writeRaw(final FileChannel channel, final Progress progress) throws IOException {
        final int planes = Math.toIntExact(shape.z());
        final long planeBytes = shape.x() * shape.y() * volume.type().bytes();
        final long headers = headerBytes() + directories(new long[planes][1], new long[planes][1], shape.y()).stream()
            .mapToLong(TiffPageWriter::length).sum();
        final long data = (headers / ALIGNMENT + 1) * ALIGNMENT;
        final long[][] offsets = new long[planes][];
        final long[][] lengths = new long[planes][];
        for (int z = 0; z < planes; z++) {
            offsets[z] = new long[] {data + z * planeBytes};
            lengths[z] = new long[] {planeBytes};
        }
        writeDirectories(channel, headerBytes(), directories(offsets, lengths, shape.y()));
        new RawWriter(volume, stored()).write(channel, data, progress);
    }

    private void writeDeflated(final FileChannel channel, final Progress progress) throws IOException {
        final TiffStrips strips = new TiffStrips(volume, stored());
        final long end = strips.write(channel, headerBytes(), progress);
        writeDirectories(channel, end + (end & 1), directories(strips.offsets(), strips.lengths(),
            strips.rowsPerStrip()));
    }

    private StoredType stored() {
        return new StoredType(volume.type(), ByteOrder.LITTLE_ENDIAN);
    }

    private int headerBytes() {
        return big ? 16 : 8;
    }

    private List<TiffPageWriter> directories(final long[][] offsets, final long[][] lengths, final long rows) {
        final List<TiffPageWriter> pages = new ArrayList<>();
        for (int z = 0; z < shape.z(); z++) {
            final TiffPageWriter page = page(rows);
            page.addOffsets(TiffTag.STRIP_OFFSETS, offsets[z]);
            page.addOffsets(TiffTag.STRIP_BYTE_COUNTS, lengths[z]);
            if (z == 0) {
                page.add(TiffTag.DESCRIPTION, description());
            }
            pages.add(page);
        }
        return pages;
    }

    private TiffPageWriter page(final long rows) {
        final VoxelSize size = volume.voxelSize();
        final int sampleFormat = !volume.type().isInteger() ? 3 : volume.type().isSigned() ? 2 : 1;
        return new TiffPageWriter(big).addLong(TiffTag.WIDTH, shape.x()).addLong(TiffTag.HEIGHT, shape.y())
            .add(TiffTag.BITS_PER_SAMPLE, 8 * volume.type().bytes()).add(TiffTag.COMPRESSION, deflate ? 8 : 1)
            .add(TiffTag.PHOTOMETRIC, 1).add(TiffTag.SAMPLES_PER_PIXEL, 1).addLong(TiffTag.ROWS_PER_STRIP, rows)
            .addRatio(TiffTag.X_RESOLUTION, 1 / size.x()).addRatio(TiffTag.Y_RESOLUTION, 1 / size.y())
            .add(TiffTag.RESOLUTION_UNIT, 1).add(TiffTag.SAMPLE_FORMAT, sampleFormat);
    }

    /** ImageJ takes the voxel size from here; no resolution field can say micrometres. */
    private String description() {
        return "ImageJ=1.54f\nimages=" + shape.z() + "\nslices=" + shape.z() + "\nunit=micron\nspacing="
            + volume.voxelSize().z() + "\nloop=false\n";
    }

    private void writeDirectories(final FileChannel channel, final long start, final List<TiffPageWriter> pages)
        throws IOException {
        long position = start;
        for (int i = 0; i < pages.size(); i++) {
            final TiffPageWriter page = pages.get(i);
            final long next = position + page.length();
            RawWriter.writeFully(channel, page.build(position, i + 1 < pages.size() ? next : 0), position);
            position = next;
        }
        final ByteBuffer head = ByteBuffer.allocate(headerBytes()).order(ByteOrder.LITTLE_ENDIAN).put((byte)'I')
            .put((byte)'I');
        if (big) {
            head.putShort((short)43).putShort((short)8).putShort((short)0).putLong(start);
        } else {
            head.putShort((short)42).putInt((int)start);
        }
        RawWriter.writeFully(channel, head.flip(), 0);
    }
}
