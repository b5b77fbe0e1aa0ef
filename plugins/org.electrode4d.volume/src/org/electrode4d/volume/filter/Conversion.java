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
        for (int i = 0; i < values.length; i++) {
            put(converted, i, round(values[i], type));
        }
        return converted;
    }

    private static long round(final float value, final VoxelType type) {
        return Float.isNaN(value) ? 0 : (long)Math.max(type.min(), Math.min(type.max(), Math.rint(value)));
    }

    private static void put(final Object array, final int index, final long value) {
        if (array instanceof byte[] bytes) {
            bytes[index] = (byte)value;
        } else if (array instanceof short[] shorts) {
            shorts[index] = (short)value;
        } else {
            ((int[])array)[index] = (int)value;
        }
    }
}
