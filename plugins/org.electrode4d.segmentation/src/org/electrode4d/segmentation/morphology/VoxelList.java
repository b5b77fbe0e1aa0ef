// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.util.Arrays;

/** A list of voxels, each an int, that grows without being copied and may be longer than an array. */
final class VoxelList {

    private static final int BITS = 16;
    private static final int CHUNK = 1 << BITS;

    private int[][] chunks = new int[16][];
    private int allocated;
    private long size;

    long size() {
        return size;
    }

    /** Bytes that the list takes. */
    long bytes() {
        return (long)allocated * CHUNK * Integer.BYTES;
    }

    void clear() {
        size = 0;
    }

    /** Keeps the first voxels only. */
    void cut(final long newSize) {
        size = newSize;
    }

    int get(final long index) {
        return chunks[(int)(index >> BITS)][(int)index & CHUNK - 1];
    }

    void set(final long index, final int voxel) {
        chunks[(int)(index >> BITS)][(int)index & CHUNK - 1] = voxel;
    }

    void add(final int voxel) {
        final int chunk = (int)(size >> BITS);
        if (chunk == allocated) {
            if (chunk == chunks.length) {
                chunks = Arrays.copyOf(chunks, 2 * chunk);
            }
            chunks[chunk] = new int[CHUNK];
            allocated++;
        }
        chunks[chunk][(int)size & CHUNK - 1] = voxel;
        size++;
    }

    /** Gives memory back. */
    void free() {
        chunks = new int[16][];
        allocated = 0;
        size = 0;
    }
}
