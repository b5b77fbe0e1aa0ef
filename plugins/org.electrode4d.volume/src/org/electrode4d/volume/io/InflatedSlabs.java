// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.ChunkLoader;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Shape;

/**
 * Voxels in one zlib stream, loaded in slabs of whole planes. The stream has no way in but its start: reading in z
 * order is one pass, going back starts again. A few slabs that were passed last are kept, for threads that ask for
 * neighbours in a slightly different order; memory is five slabs of some megabytes. The file stays open between slabs
 * until the last one was read.
 */
final class InflatedSlabs implements ChunkLoader {

    private static final long SLAB_BYTES = 4L << 20;
    private static final int KEPT = 4;

    private final Path path;
    private final long offset;
    private final Shape shape;
    private final StoredType stored;
    private final int planes;
    private final Deque<Slab> passed = new ArrayDeque<>();
    private InputStream stream;
    private long nextPlane;

    private record Slab(long plane, byte[] bytes) {
    }

    InflatedSlabs(final Path path, final long offset, final Shape shape, final StoredType stored) {
        this.path = path;
        this.offset = offset;
        this.shape = shape;
        this.stored = stored;
        planes = (int)Math.min(shape.z(), Math.max(1, SLAB_BYTES / (shape.x() * shape.y() * stored.bytes())));
    }

    Layout layout() {
        return new Layout(shape, stored.type(), Math.toIntExact(shape.x()), Math.toIntExact(shape.y()), planes);
    }

    @Override
    public Object load(final Block chunk) throws IOException {
        final Object values = stored.type().newArray(chunk.voxels());
        stored.decode(ByteBuffer.wrap(slab(chunk.minZ())), values, 0, chunk.voxels());
        return values;
    }

    private synchronized byte[] slab(final long plane) throws IOException {
        for (final Slab slab : passed) {
            if (slab.plane() == plane) {
                return slab.bytes();
            }
        }
        if (stream == null || plane < nextPlane) {
            restart();
        }
        try {
            Slab slab = next();
            while (slab.plane() < plane) {
                slab = next();
            }
            return slab.bytes();
        } catch (EOFException | ZipException e) {
            close();
            throw new VolumeFormatException(path, "The compressed voxels are truncated or damaged near plane "
                + nextPlane + " of " + shape.z() + ". Copy or write the file again.", e);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Slab next() throws IOException {
        final int count = (int)Math.min(planes, shape.z() - nextPlane);
        final byte[] bytes = new byte[Math.toIntExact(shape.x() * shape.y() * count * stored.bytes())];
        if (stream.readNBytes(bytes, 0, bytes.length) < bytes.length) {
            throw new EOFException();
        }
        final Slab slab = new Slab(nextPlane, bytes);
        nextPlane += count;
        passed.addLast(slab);
        if (passed.size() > KEPT) {
            passed.removeFirst();
        }
        if (nextPlane == shape.z()) {
            close();
        }
        return slab;
    }

    private void restart() throws IOException {
        close();
        final InputStream file = Files.newInputStream(path);
        file.skipNBytes(offset);
        stream = new InflaterInputStream(new BufferedInputStream(file, 1 << 16));
        nextPlane = 0;
    }

    private void close() throws IOException {
        if (stream != null) {
            stream.close();
            stream = null;
        }
    }
}
