// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads bytes anywhere in a file. Opened for each chunk and closed after it: a volume that nobody looks at holds no
 * file open, and one that is dropped leaks none.
 */
final class FileBytes implements Closeable {

    private final Path path;
    private final FileChannel channel;

    FileBytes(final Path path) throws IOException {
        this.path = path;
        try {
            channel = FileChannel.open(path, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            throw new VolumeFormatException(path, "There is no such file. Check its name and folder.", e);
        }
    }

    Path path() {
        return path;
    }

    long size() throws IOException {
        return channel.size();
    }

    /** New bytes from a position on. */
    ByteBuffer read(final long position, final int length) throws IOException {
        requireInside(position, length);
        return read(position, ByteBuffer.allocate(length));
    }

    /** Fills the rest of a buffer from a position on and flips it. */
    ByteBuffer read(final long position, final ByteBuffer buffer) throws IOException {
        requireInside(position, buffer.remaining());
        long next = position;
        while (buffer.hasRemaining()) {
            final int count = channel.read(buffer, next);
            if (count < 0) {
                throw truncated(position, buffer.limit());
            }
            next += count;
        }
        return buffer.flip();
    }

    private void requireInside(final long position, final long length) throws IOException {
        if (position < 0 || length < 0 || position > size() - length) {
            throw truncated(position, length);
        }
    }

    private VolumeFormatException truncated(final long position, final long length) throws IOException {
        return new VolumeFormatException(path, "The file is truncated or damaged: it ends at byte " + size() + ", but "
            + length + " bytes are needed from byte " + position + " on. Copy or write it again.");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
