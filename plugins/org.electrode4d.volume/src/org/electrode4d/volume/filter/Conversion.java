// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.filter;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/**
 * The same values in another type: rounded to the nearest integer, clipped to the range of the type; what is not a
 * number becomes 0. 32-bit integers beyond 2^24 lose digits on the way.
 */
public final class Conversion {

    private static final float ROUNDING = 0x1.8p23f;

    private Conversion() {
    }

    /** The volume itself if it is of the type already; a lazy one otherwise. */
    public static Volume of(final Volume volume, final VoxelType type) {
        if (volume.type() == type) {
            return volume;
        }
        final int[] chunk = volume.chunkSize();
        final int edge = Derived.BLOCK_EDGE;
        final Layout layout = new Layout(volume.shape(), type, Math.min(chunk[0], edge), Math.min(chunk[1], edge),
            Math.min(chunk[2], edge));
        return LazyVolume.load(volume.name(), layout, volume.voxelSize(), block -> convert(volume, type, block))
            .withOrigin(volume.origin()).withMetadata(volume.metadata());
    }

    private static Object convert(final Volume volume, final VoxelType type, final Block block) {
        final float[] values = new float[block.voxels()];
        volume.read(block, values);
        if (type == VoxelType.FLOAT32) {
            return values;
        }
        final Object converted = type.newArray(values.length);
        if (converted instanceof byte[] bytes) {
            round(values, (float)type.min(), (float)type.max(), bytes);
        } else if (converted instanceof short[] shorts) {
            round(values, (float)type.min(), (float)type.max(), shorts);
        } else {
            round(values, type.min(), type.max(), (int[])converted);
        }
        return converted;
    }

    private static void round(final float[] values, final float min, final float max, final byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)(int)round(Math.max(min, Math.min(max, values[i])));
        }
    }

    private static void round(final float[] values, final float min, final float max, final short[] shorts) {
        for (int i = 0; i < shorts.length; i++) {
            shorts[i] = (short)(int)round(Math.max(min, Math.min(max, values[i])));
        }
    }

    /** To the nearest integer, of two the even one, for values below 2^22: a larger float has no room for a part. */
    private static float round(final float value) {
        return value + ROUNDING - ROUNDING;
    }

    private static void round(final float[] values, final double min, final double max, final int[] ints) {
        for (int i = 0; i < ints.length; i++) {
            ints[i] = (int)(long)Math.max(min, Math.min(max, Math.rint(values[i])));
        }
    }
}
