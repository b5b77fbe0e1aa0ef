// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * NumPy's array file with the axes z, y, x: versions 1 to 3, C and Fortran order, either byte order; booleans are read
 * as 0 and 1. The format has no place for a voxel size, which the source must supply. Written is version 1 in C order.
 */
final class NpyFormat implements VolumeFormat {

    @Override
    public boolean recognises(final Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".npy") && !Files.isDirectory(path);
    }

    @Override
    public Volume open(final VolumeSource source) throws IOException {
        final Path path = source.path();
        final NpyHeader header = NpyHeader.read(path);
        final Shape shape = header.shape(path);
        final VoxelSize size = Spacing.UNKNOWN.resolve(source);
        final String name = FileNames.stem(path);
        if (header.fortranOrder()) {
            final TransposedChunks chunks = new TransposedChunks(RawChunks.contiguous(path,
                new Shape(shape.z(), shape.y(), shape.x()), header.stored(), header.length()).requireComplete());
            return LazyVolume.load(name, chunks.layout(), size, chunks);
        }
        final RawChunks chunks = RawChunks.contiguous(path, shape, header.stored(), header.length())
            .requireComplete();
        return LazyVolume.load(name, chunks.layout(), size, chunks);
    }

    @Override
    public Set<Compression> compressions() {
        return EnumSet.of(Compression.NONE);
    }

    @Override
    public void write(final Volume volume, final Path file, final WriteOptions options, final Progress progress)
        throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            final ByteBuffer header = NpyHeader.build(volume);
            final int length = header.limit();
            RawWriter.writeFully(channel, header, 0);
            new RawWriter(volume, new StoredType(volume.type(), ByteOrder.LITTLE_ENDIAN))
                .write(channel, length, progress);
        }
    }
}
