// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/** Voxels for tests: repeatable noise, and all voxels of a volume in their own type. */
final class TestVoxels {

    private TestVoxels() {
    }

    /** Noise that depends on the place of a voxel alone, with runs of equal values in it. */
    static Object noise(final VoxelType type, final Shape shape, final Block chunk) {
        final Object values = type.newArray(chunk.voxels());
        int index = 0;
        for (long z = chunk.minZ(); z < chunk.endZ(); z++) {
            for (long y = chunk.minY(); y < chunk.endY(); y++) {
                for (long x = chunk.minX(); x < chunk.endX(); x++) {
                    put(values, index++, hash((z * shape.y() + y) * shape.x() + (y % 3 == 0 ? x / 4 : x)));
                }
            }
        }
        return values;
    }

    static Object all(final Volume volume) {
        final Block whole = Block.of(volume.shape());
        final Object values = volume.type().newArray(whole.voxels());
        volume.readNative(whole, values);
        return values;
    }

    static void assertSame(final Object expected, final Object actual) {
        if (expected instanceof byte[] bytes) {
            assertArrayEquals(bytes, (byte[])actual);
        } else if (expected instanceof short[] shorts) {
            assertArrayEquals(shorts, (short[])actual);
        } else if (expected instanceof int[] ints) {
            assertArrayEquals(ints, (int[])actual);
        } else {
            assertArrayEquals((float[])expected, (float[])actual);
        }
    }

    private static void put(final Object values, final int index, final long bits) {
        if (values instanceof byte[] bytes) {
            bytes[index] = (byte)bits;
        } else if (values instanceof short[] shorts) {
            shorts[index] = (short)bits;
        } else if (values instanceof int[] ints) {
            ints[index] = (int)bits;
        } else {
            ((float[])values)[index] = (int)bits / 1024f;
        }
    }

    private static long hash(final long place) {
        final long mixed = (place + 1) * 0x9e3779b97f4a7c15L;
        return (mixed ^ mixed >>> 29) * 0xbf58476d1ce4e5b9L >>> 17;
    }
}
