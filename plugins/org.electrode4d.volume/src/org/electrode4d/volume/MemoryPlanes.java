// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import java.util.concurrent.atomic.AtomicReferenceArray;

/** Planes in memory, made when first asked for. */
final class MemoryPlanes extends PlaneStore {

    private final AtomicReferenceArray<Object> planes;
    private volatile boolean closed;

    MemoryPlanes(final Shape shape, final VoxelType type) {
        super(shape, type);
        planes = new AtomicReferenceArray<>((int)shape.z());
    }

    @Override
    public Object load(final long z) {
        requireOpen();
        final Object plane = planes.get((int)z);
        if (plane != null) {
            return plane;
        }
        final Object zeros = type().newArray(planeVoxels());
        return planes.compareAndSet((int)z, null, zeros) ? zeros : planes.get((int)z);
    }

    @Override
    public void store(final long z, final Object values) {
        requireOpen();
        planes.set((int)z, values);
    }

    @Override
    public Volume volume(final String name, final VoxelSize size) {
        return LazyVolume.ofPlanes(name, shape(), type(), size, this::load);
    }

    /** Zeros would be taken for data. */
    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("An intermediate volume of " + shape() + " voxels was used after its "
                + "scratch space was closed.");
        }
    }

    @Override
    void close() {
        closed = true;
        for (int z = 0; z < planes.length(); z++) {
            planes.set(z, null);
        }
    }
}
