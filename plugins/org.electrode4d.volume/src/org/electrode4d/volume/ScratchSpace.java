// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Room for the intermediate volumes of a computation that sees the whole volume more than once: in memory as long as
 * they fit, in temporary files beyond. Results do not depend on where they were. Closing frees everything; volumes made
 * of it must not be read afterwards, so store first what is to stay.
 *
 * <p>All spaces of the program together take at most 45 % of the heap; the chunk cache takes a quarter.
 */
public final class ScratchSpace implements AutoCloseable {

    private static final double HEAP_SHARE = 0.45;

    private static final AtomicLong IN_USE = new AtomicLong();

    private final long heapLimit;
    private final Path folder;
    private final List<PlaneStore> stores = new ArrayList<>();
    private long heap;

    private ScratchSpace(final long heapLimit, final Path folder) {
        this.heapLimit = heapLimit;
        this.folder = folder;
    }

    /** Room in memory, and in the folder of the system for temporary files. */
    public static ScratchSpace open() {
        return open((long)(HEAP_SHARE * Runtime.getRuntime().maxMemory()),
            Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * @param heapBytes that all spaces together may take when this one asks for memory; 0 puts everything into files
     * @param folder of the temporary files, which exists; they vanish with this space, or with the program
     */
    public static ScratchSpace open(final long heapBytes, final Path folder) {
        return new ScratchSpace(heapBytes, folder);
    }

    /**
     * A new volume of zeros, to be filled plane by plane.
     *
     * @throws IOException if it does not fit into memory and no file can be made
     * @throws IllegalArgumentException if a plane has more than 2^31 - 1 voxels
     */
    public synchronized PlaneStore create(final Shape shape, final VoxelType type) throws IOException {
        if (shape.x() * shape.y() > Integer.MAX_VALUE - 8 || shape.z() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("A plane of " + shape.x() + " x " + shape.y() + " voxels is too large: "
                + "at most 2^31 - 9 are possible.");
        }
        final long bytes = bytes(shape, type);
        final PlaneStore store;
        if (reserve(bytes)) {
            heap += bytes;
            store = new MemoryPlanes(shape, type);
        } else {
            store = new FilePlanes(shape, type, folder);
        }
        stores.add(store);
        return store;
    }

    private static long bytes(final Shape shape, final VoxelType type) {
        return shape.z() * ArrayFootprint.here().of(shape.x() * shape.y() * type.bytes());
    }

    private boolean reserve(final long bytes) {
        final long before = IN_USE.getAndAdd(bytes);
        if (before + bytes > heapLimit) {
            IN_USE.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    /** Frees one of the volumes before the others. */
    public synchronized void release(final PlaneStore store) {
        if (stores.remove(store)) {
            store.close();
            if (store instanceof MemoryPlanes) {
                final long bytes = bytes(store.shape(), store.type());
                heap -= bytes;
                IN_USE.addAndGet(-bytes);
            }
        }
    }

    @Override
    public synchronized void close() {
        IN_USE.addAndGet(-heap);
        heap = 0;
        RuntimeException failure = null;
        for (final PlaneStore store : stores) {
            try {
                store.close();
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        stores.clear();
        if (failure != null) {
            throw failure;
        }
    }
}
