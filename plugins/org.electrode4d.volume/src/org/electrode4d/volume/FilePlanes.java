// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;

/** Planes in a temporary file, which the system removes when it is closed, also where the program dies. */
final class FilePlanes extends PlaneStore {

    private static final int BUFFER = 1 << 20;

    private final FileChannel channel;
    private final Path file;
    private volatile boolean closed;

    FilePlanes(final Shape shape, final VoxelType type, final Path folder) throws IOException {
        super(shape, type);
        file = Files.createTempFile(folder, "electrode4d-", ".scratch");
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
        try {
            // a last byte makes planes that were never stored read as zeros
            channel.write(ByteBuffer.allocate(1), shape.voxels() * type.bytes() - 1);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public Object load(final long z) {
        final Object values = type().newArray(planeVoxels());
        final ByteBuffer buffer = buffer();
        final long start = z * planeVoxels() * type().bytes();
        final int step = buffer.capacity() / type().bytes();
        try {
            for (int from = 0; from < planeVoxels(); from += step) {
                final int count = Math.min(step, planeVoxels() - from);
                buffer.clear().limit(count * type().bytes());
                readFully(buffer, start + (long)from * type().bytes());
                get(buffer.flip(), values, from, count);
            }
        } catch (IOException e) {
            throw failure(e);
        }
        return values;
    }

    @Override
    public void store(final long z, final Object values) {
        final ByteBuffer buffer = buffer();
        final long start = z * planeVoxels() * type().bytes();
        final int step = buffer.capacity() / type().bytes();
        try {
            for (int from = 0; from < planeVoxels(); from += step) {
                final int count = Math.min(step, planeVoxels() - from);
                put(buffer.clear(), values, from, count);
                buffer.position(0).limit(count * type().bytes());
                long at = start + (long)from * type().bytes();
                while (buffer.hasRemaining()) {
                    at += channel.write(buffer, at);
                }
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public Volume volume(final String name, final VoxelSize size) {
        final LazyVolume.Layout layout = new LazyVolume.Layout(shape(), type(), (int)shape().x(), (int)shape().y(), 1);
        return LazyVolume.load(name, layout, size, block -> load(block.minZ()));
    }

    @Override
    void close() {
        closed = true;
        try {
            channel.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private ByteBuffer buffer() {
        final long plane = (long)planeVoxels() * type().bytes();
        return ByteBuffer.allocate((int)Math.min(BUFFER, plane)).order(ByteOrder.nativeOrder());
    }

    private void readFully(final ByteBuffer buffer, final long position) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("The temporary file " + file + " was cut off.");
            }
        }
    }

    private static void get(final ByteBuffer buffer, final Object values, final int from, final int count) {
        if (values instanceof byte[] bytes) {
            buffer.get(bytes, from, count);
        } else if (values instanceof short[] shorts) {
            buffer.asShortBuffer().get(shorts, from, count);
        } else if (values instanceof int[] ints) {
            buffer.asIntBuffer().get(ints, from, count);
        } else {
            buffer.asFloatBuffer().get((float[])values, from, count);
        }
    }

    private static void put(final ByteBuffer buffer, final Object values, final int from, final int count) {
        if (values instanceof byte[] bytes) {
            buffer.put(bytes, from, count);
        } else if (values instanceof short[] shorts) {
            buffer.asShortBuffer().put(shorts, from, count);
        } else if (values instanceof int[] ints) {
            buffer.asIntBuffer().put(ints, from, count);
        } else {
            buffer.asFloatBuffer().put((float[])values, from, count);
        }
    }

    private RuntimeException failure(final IOException e) {
        if (e instanceof ClosedByInterruptException || e instanceof ClosedChannelException && !closed) {
            return new CancellationException("Work on the temporary file " + file + " was interrupted.");
        }
        return new UncheckedIOException("The temporary file " + file + ": "
            + (closed ? "it was closed already." : e.getMessage()), e);
    }
}
