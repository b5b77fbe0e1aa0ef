// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.ChunkLoader;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Shape;

/**
 * Loads voxels from a data set of an HDF5 file, whatever the order of its axes, piece by piece as they are stored.
 */
final class Hdf5Voxels implements ChunkLoader {

    /** Smaller pieces are loaded several at once: each costs an entry in the cache. */
    private static final long SMALLEST_CHUNK = 1 << 15;

    private final Hdf5Dataset dataset;
    private final StoredType stored;
    private final Shape shape;
    private final int[] axes;
    private final int[] piece;
    private final int[] stride;

    Hdf5Voxels(final Hdf5Dataset dataset, final Hdf5Axes order) throws VolumeFormatException {
        this.dataset = dataset;
        stored = dataset.stored();
        shape = order.shape(dataset.shape());
        axes = new int[] {order.x(), order.y(), order.z()};
        final int[] extents = dataset.piece();
        piece = new int[] {1, 1, 1};
        stride = new int[3];
        for (int i = 0; i < 3; i++) {
            if (axes[i] >= 0) {
                piece[i] = extents[axes[i]];
                stride[i] = Arrays.stream(extents, axes[i] + 1, extents.length).reduce(1, Math::multiplyExact);
            }
        }
    }

    Layout layout() {
        final long[] extent = {shape.x(), shape.y(), shape.z()};
        final int[] chunk = piece.clone();
        boolean grows = true;
        while (grows && (long)chunk[0] * chunk[1] * chunk[2] < SMALLEST_CHUNK) {
            grows = false;
            for (int axis = 0; axis < 3; axis++) {
                if (chunk[axis] < extent[axis]) {
                    chunk[axis] *= 2;
                    grows = true;
                }
            }
        }
        return new Layout(shape, stored.type(), chunk[0], chunk[1], chunk[2]);
    }

    @Override
    public Object load(final Block block) throws IOException {
        final Object values = stored.type().newArray(block.voxels());
        for (long z = block.minZ() / piece[2] * piece[2]; z < block.endZ(); z += piece[2]) {
            for (long y = block.minY() / piece[1] * piece[1]; y < block.endY(); y += piece[1]) {
                for (long x = block.minX() / piece[0] * piece[0]; x < block.endX(); x += piece[0]) {
                    copy(piece(x, y, z), new Block(x, y, z, piece[0], piece[1], piece[2]), block, values);
                }
            }
        }
        return values;
    }

    /** The numbers of a piece in the order of the file. */
    private Object piece(final long x, final long y, final long z) throws IOException {
        final long[] start = {x, y, z};
        final long[] offset = new long[dataset.shape().length];
        for (int i = 0; i < 3; i++) {
            if (axes[i] >= 0) {
                offset[axes[i]] = start[i];
            }
        }
        final Optional<ByteBuffer> bytes = dataset.read(offset);
        final int count = bytes.map(ByteBuffer::remaining).orElse(0) / stored.bytes();
        final Object numbers = stored.type().newArray(bytes.isPresent() ? count : piece[0] * piece[1] * piece[2]);
        if (bytes.isEmpty()) {
            StoredType.fill(numbers, dataset.fill());
            return numbers;
        }
        try {
            stored.decode(bytes.get(), numbers, 0, count);
            return numbers;
        } catch (ArithmeticException e) {
            throw new VolumeFormatException(dataset.file().path(), "The data set '" + dataset.name() + "' has integers "
                + "of 64 bit with values beyond those of 32 bit. Save it as int32 or float32.", e);
        }
    }

    private void copy(final Object numbers, final Block from, final Block block, final Object values) {
        final long minX = Math.max(from.minX(), block.minX());
        final int count = (int)(Math.min(from.endX(), block.endX()) - minX);
        for (long z = Math.max(from.minZ(), block.minZ()); z < Math.min(from.endZ(), block.endZ()); z++) {
            for (long y = Math.max(from.minY(), block.minY()); y < Math.min(from.endY(), block.endY()); y++) {
                final int source = (int)((minX - from.minX()) * stride[0] + (y - from.minY()) * stride[1]
                    + (z - from.minZ()) * stride[2]);
                final int target = (int)(((z - block.minZ()) * block.sizeY() + y - block.minY()) * block.sizeX()
                    + minX - block.minX());
                copyRow(numbers, source, values, target, count);
            }
        }
    }

    private void copyRow(final Object from, final int source, final Object to, final int target, final int count) {
        final int step = stride[0];
        if (step == 1) {
            System.arraycopy(from, source, to, target, count);
        } else if (from instanceof byte[] bytes) {
            for (int i = 0; i < count; i++) {
                ((byte[])to)[target + i] = bytes[source + i * step];
            }
        } else if (from instanceof short[] shorts) {
            for (int i = 0; i < count; i++) {
                ((short[])to)[target + i] = shorts[source + i * step];
            }
        } else if (from instanceof int[] ints) {
            for (int i = 0; i < count; i++) {
                ((int[])to)[target + i] = ints[source + i * step];
            }
        } else {
            for (int i = 0; i < count; i++) {
                ((float[])to)[target + i] = ((float[])from)[source + i * step];
            }
        }
    }
}
