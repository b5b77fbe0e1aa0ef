// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.electrode4d.transport.TransportException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * The length of the shortest path to each place of a frame. One number says it all: 0 or more is the length in µm,
 * below 0 is minus a length that a shorter path may still replace, minus infinity is a pore that no path has reached,
 * and NaN is no pore.
 */
final class PathLengths {

    static final double UNREACHED = Double.NEGATIVE_INFINITY;

    private static final int EDGE = 64;
    private static final int FILL = 1 << 22;
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8L;
    private static final double HEAP_SHARE = 0.75;

    private final EntryFrame frame;
    private final double[] values;
    private final long poreVoxels;

    private PathLengths(final EntryFrame frame, final double[] values, final long poreVoxels) {
        this.frame = frame;
        this.values = values;
        this.poreVoxels = poreVoxels;
    }

    /** All pores unreached, but those at the entry face, where paths have the length 0. */
    static PathLengths ofMask(final Volume mask, final EntryFrame frame, final long heap, final Progress progress) {
        final double[] values = allocate(mask, frame, heap);
        for (int from = 0; from < values.length; from += FILL) {
            progress.check();
            Arrays.fill(values, from, (int)Math.min(values.length, from + (long)FILL), Double.NaN);
        }
        final AtomicLong pores = new AtomicLong();
        Blocks.forEach(Blocks.tile(mask.shape(), EDGE), progress, "Reading the pores",
            block -> pores.addAndGet(readPores(mask, block, frame, values)));
        for (int i = 0; i < frame.planeStep(); i++) {
            values[i] = values[i] == UNREACHED ? 0 : values[i];
        }
        return new PathLengths(frame, values, pores.get());
    }

    private static double[] allocate(final Volume mask, final EntryFrame frame, final long heap) {
        final long bytes = frame.length() * Double.BYTES;
        if (frame.length() > LONGEST_ARRAY || bytes > HEAP_SHARE * heap) {
            throw tooLarge(mask, bytes, heap);
        }
        try {
            return new double[(int)frame.length()];
        } catch (OutOfMemoryError e) {
            final TransportException failure = tooLarge(mask, bytes, heap);
            failure.initCause(e);
            throw failure;
        }
    }

    private static TransportException tooLarge(final Volume mask, final long bytes, final long heap) {
        final double gigabyte = 1L << 30;
        return new TransportException(String.format(Locale.ROOT, "The shortest paths through %s of %s voxels need "
            + "%.1f GB of memory, of which %.1f GB may be used here and now, and at most %.0f voxels are possible. "
            + "Crop the volume, or bin it by 2, which needs an eighth; or give the program more memory (-Xmx).",
            mask.name(), mask.shape(), bytes / gigabyte, HEAP_SHARE * heap / gigabyte, (double)LONGEST_ARRAY));
    }

    private static int readPores(final Volume mask, final Block block, final EntryFrame frame, final double[] values) {
        final float[] read = new float[block.voxels()];
        mask.read(block, read);
        frame.forEach(block, (i, place) -> values[place] = read[i] == 0 ? Double.NaN : UNREACHED);
        int pores = 0;
        for (final float value : read) {
            pores += value == 0 ? 0 : 1;
        }
        return pores;
    }

    /** The first place of a plane to which the path is shortest; -1 if none leads there. */
    int nearest(final int plane) {
        final int from = plane * frame.planeStep();
        int nearest = -1;
        for (int place = from; place < from + frame.planeStep(); place++) {
            if (values[place] >= 0 && (nearest < 0 || values[place] < values[nearest])) {
                nearest = place;
            }
        }
        return nearest;
    }

    EntryFrame frame() {
        return frame;
    }

    /** The numbers themselves, to be read and changed. */
    double[] values() {
        return values;
    }

    long poreVoxels() {
        return poreVoxels;
    }
}
