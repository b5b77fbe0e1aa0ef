// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

import org.electrode4d.transport.TransportException;
import org.electrode4d.volume.Shape;

/** How much memory the solver takes, asked before it begins. */
public final class FluxMemory {

    /** Phases 1, concentrations 8, residual, correction, direction and their product 16 bytes. */
    private static final int FINEST = 25;

    /** Eight floats. */
    private static final int COARSER = 32;

    /** The rest is for the cache of chunks and for what else goes on. */
    private static final double HEAP_SHARE = 0.7;

    private FluxMemory() {
    }

    /**
     * Bytes that the solver takes at the same time: about 30 per voxel, 36 for an image of one layer, for which the
     * coarser levels of the multigrid are a third instead of a seventh of the finest.
     */
    public static long bytes(final Shape shape) {
        final boolean isImage = shape.x() == 1 || shape.y() == 1 || shape.z() == 1;
        return shape.voxels() * FINEST + shape.voxels() * COARSER / (isImage ? 3 : 7);
    }

    /**
     * @param heap bytes of the whole heap
     * @throws TransportException if the solver does not fit into seven tenths of the heap, or an array would be too long
     */
    static void require(final Shape shape, final String name, final long heap) {
        final long needed = bytes(shape);
        final double room = HEAP_SHARE * heap;
        final double longest = Integer.MAX_VALUE - 8.0;
        final double withEnds = shape.voxels() * (1 + 3.0 / Math.min(shape.x(), Math.min(shape.y(), shape.z())));
        if (needed <= room && (withEnds <= longest || shape.voxels() < 1 << 24)) {
            return;
        }
        final double excess = Math.max(needed / room, withEnds / longest);
        final long edge = (long)Math.ceil(Math.cbrt(excess));
        throw new TransportException("The steady state in " + name + " of " + shape + " voxels takes "
            + megabytes(needed) + " MB, but " + megabytes(room) + " MB are at hand" + (withEnds > longest
            ? " and no array has more than 2^31 voxels" : "") + ". Reduce the scan by blocks of " + edge
            + " voxels along each axis before it is segmented, crop it, or give the program more heap (-Xmx).");
    }

    private static long megabytes(final double bytes) {
        return Math.round(bytes / (1 << 20));
    }
}
