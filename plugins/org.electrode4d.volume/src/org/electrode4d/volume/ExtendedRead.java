// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import java.util.Arrays;

/**
 * Reads boxes that stick out of a volume: the part inside once, in one piece, and then the rows of the box out of it.
 * What an extension repeats of the volume is all read, so a box far outside a large volume costs its mirror image.
 */
final class ExtendedRead {

    private final Volume volume;
    private final Extension outside;

    ExtendedRead(final Volume volume, final Extension outside) {
        this.volume = volume;
        this.outside = outside;
    }

    void read(final Block block, final float[] destination) {
        final Shape shape = volume.shape();
        final long[] xs = sources(block.minX(), block.sizeX(), shape.x());
        final long[] ys = sources(block.minY(), block.sizeY(), shape.y());
        final long[] zs = sources(block.minZ(), block.sizeZ(), shape.z());
        final long[] rangeX = range(xs);
        final long[] rangeY = range(ys);
        final long[] rangeZ = range(zs);
        Arrays.fill(destination, 0, block.voxels(), outside.constant());
        final Block source = new Block(rangeX[0], rangeY[0], rangeZ[0], length(rangeX), length(rangeY),
            length(rangeZ));
        if (source.isEmpty()) {
            return;
        }
        final float[] values = new float[source.voxels()];
        volume.read(source, values);
        for (int z = 0; z < zs.length; z++) {
            for (int y = 0; y < ys.length; y++) {
                if (zs[z] >= 0 && ys[y] >= 0) {
                    final long row = ((zs[z] - rangeZ[0]) * source.sizeY() + ys[y] - rangeY[0]) * source.sizeX();
                    copyRow(values, (int)(row - rangeX[0]), xs, destination, (z * ys.length + y) * xs.length);
                }
            }
        }
    }

    private static void copyRow(final float[] values, final int from, final long[] xs, final float[] destination,
        final int to) {
        for (int x = 0; x < xs.length; x++) {
            if (xs[x] >= 0) {
                destination[to + x] = values[from + (int)xs[x]];
            }
        }
    }

    private long[] sources(final long min, final int size, final long extent) {
        final long[] sources = new long[size];
        for (int i = 0; i < size; i++) {
            sources[i] = outside.source(min + i, extent);
        }
        return sources;
    }

    /** The smallest and one past the largest source that is not a constant. */
    private static long[] range(final long[] sources) {
        long min = Long.MAX_VALUE;
        long end = 0;
        for (final long source : sources) {
            if (source >= 0) {
                min = Math.min(min, source);
                end = Math.max(end, source + 1);
            }
        }
        return min == Long.MAX_VALUE ? new long[] {0, 0} : new long[] {min, end};
    }

    private static int length(final long[] range) {
        return Math.toIntExact(range[1] - range[0]);
    }
}
