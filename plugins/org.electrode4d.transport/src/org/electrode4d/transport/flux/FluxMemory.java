// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

import org.electrode4d.transport.TransportException;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/** How much memory the solver takes, asked before it begins. */
public final class FluxMemory {

    /** Phases 1, concentrations 8, residual, correction, direction and their product 16 bytes. */
    private static final int FINEST = 25;

    /** Eight floats. */
    private static final int COARSER = 32;

    /** The rest is for the cache of chunks and for what else goes on. */
    private static final double HEAP_SHARE = 0.7;

    /** Of an array, with some room for the row at its end. */
    private static final double LONGEST = Integer.MAX_VALUE - 65_536.0;

    private FluxMemory() {
    }

    /**
     * Bytes that the solver takes at the same time: about 30 per voxel, 36 for an image of one layer, for which the
     * coarser levels of the multigrid are a third instead of a seventh of the finest.
     *
     * @param axis along which it flows: two more layers are held there
     */
    public static long bytes(final Shape shape, final int axis) {
        final boolean isImage = shape.x() == 1 || shape.y() == 1 || shape.z() == 1;
        return finest(shape, axis) * FINEST + shape.voxels() * COARSER / (isImage ? 3 : 7);
    }

    private static long finest(final Shape shape, final int axis) {
        final long layers = shape.along(axis);
        return shape.voxels() / layers * (layers + 2);
    }

    /**
     * @param heap bytes of the whole heap
     * @throws TransportException if the solver does not fit into seven tenths of the heap, or an array would be too
     *         long
     */
    static void require(final Volume volume, final int axis, final long heap) {
        final Shape shape = volume.shape();
        final double room = HEAP_SHARE * heap;
        final long needed = bytes(shape, axis);
        final double excess = Math.max(needed / room, finest(shape, axis) / LONGEST);
        if (excess > 1) {
            throw new TransportException("The steady state in " + volume.name() + " of " + shape + " voxels takes "
                + megabytes(needed) + " MB, but " + megabytes(room) + " MB are at hand, and 2^31 voxels are the most. "
                + "Reduce the scan by blocks of " + (long)Math.ceil(Math.cbrt(excess)) + " voxels along each axis "
                + "before it is segmented, crop it, or give the program more heap (-Xmx).");
        }
    }

    private static long megabytes(final double bytes) {
        return Math.round(bytes / (1 << 20));
    }
}
