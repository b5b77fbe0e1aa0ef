// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that is opened for each reading and closed after it. So a volume that nobody looks at holds no file open, and
 * a thread that is interrupted, which closes the channel it reads from, takes nothing from the other threads. It does
 * not map files to memory: tens of thousands of chunks would exceed the mappings a process may have.
 */
final class ReopenedFile extends FileChannel {

    private final Path path;
    private long position;

    ReopenedFile(final Path path) {
        this.path = path;
    }

    /** Reads until the buffer is full or the file ends. */
    @Override
    public int read(final ByteBuffer target, final long start) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            final int before = target.remaining();
            while (target.hasRemaining()) {
                if (channel.read(target, start + before - target.remaining()) < 0) {
                    break;
                }
            }
            final int count = before - target.remaining();
            return count == 0 && before > 0 ? -1 : count;
        }
    }

    @Override
    public int read(final ByteBuffer target) throws IOException {
        final int count = read(target, position);
        position += Math.max(0, count);
        return count;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public FileChannel position(final long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public long size() throws IOException {
        return Files.size(path);
    }

    @Override
    public MappedByteBuffer map(final MapMode mode, final long start, final long length) {
        throw unsupported();
    }

    @Override
    public long read(final ByteBuffer[] targets, final int offset, final int length) {
        throw unsupported();
    }

    @Override
    public long transferTo(final long start, final long count, final WritableByteChannel target) {
        throw unsupported();
    }

    @Override
    public int write(final ByteBuffer source) {
        throw unsupported();
    }

    @Override
    public int write(final ByteBuffer source, final long start) {
        throw unsupported();
    }

    @Override
    public long write(final ByteBuffer[] sources, final int offset, final int length) {
        throw unsupported();
    }

    @Override
    public long transferFrom(final ReadableByteChannel source, final long start, final long count) {
        throw unsupported();
    }

    @Override
    public FileChannel truncate(final long newSize) {
        throw unsupported();
    }

    @Override
    public FileLock lock(final long start, final long length, final boolean shared) {
        throw unsupported();
    }

    @Override
    public FileLock tryLock(final long start, final long length, final boolean shared) {
        throw unsupported();
    }

    @Override
    public void force(final boolean metaData) {
        // nothing is written
    }

    @Override
    protected void implCloseChannel() {
        // nothing is open between readings
    }

    private static UnsupportedOperationException unsupported() {
        return new UnsupportedOperationException("The file is read at given places only.");
    }
}
