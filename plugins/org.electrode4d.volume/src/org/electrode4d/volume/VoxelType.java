// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;

/**
 * The number types a voxel can have. The array that holds such voxels is {@code byte[]}, {@code short[]},
 * {@code int[]} or {@code float[]}; unsigned values use the same array as signed ones.
 */
public enum VoxelType {
    UINT8(1, 0, 255), INT8(1, Byte.MIN_VALUE, Byte.MAX_VALUE),
    UINT16(2, 0, 65_535), INT16(2, Short.MIN_VALUE, Short.MAX_VALUE),
    UINT32(4, 0, 4_294_967_295.0), INT32(4, Integer.MIN_VALUE, Integer.MAX_VALUE),
    FLOAT32(4, -Float.MAX_VALUE, Float.MAX_VALUE);

    private final int bytes;
    private final double min;
    private final double max;

    VoxelType(final int bytes, final double min, final double max) {
        this.bytes = bytes;
        this.min = min;
        this.max = max;
    }

    /** Bytes per voxel. */
    public int bytes() {
        return bytes;
    }

    /** The smallest finite value. */
    public double min() {
        return min;
    }

    /** The largest finite value. */
    public double max() {
        return max;
    }

    public boolean isInteger() {
        return this != FLOAT32;
    }

    public boolean isSigned() {
        return min < 0;
    }

    /** A new array for so many voxels: {@code byte[]}, {@code short[]}, {@code int[]} or {@code float[]}. */
    public Object newArray(final int voxels) {
        if (this == FLOAT32) {
            return new float[voxels];
        }
        return switch (bytes) {
            case 1 -> new byte[voxels];
            case 2 -> new short[voxels];
            default -> new int[voxels];
        };
    }

    /** The type in which a volume keeps the values of an image; 64-bit and unknown types become FLOAT32. */
    static VoxelType of(final RealType<?> type) {
        if (type instanceof UnsignedByteType) {
            return UINT8;
        } else if (type instanceof ByteType) {
            return INT8;
        } else if (type instanceof UnsignedShortType) {
            return UINT16;
        } else if (type instanceof ShortType) {
            return INT16;
        } else if (type instanceof UnsignedIntType) {
            return UINT32;
        } else if (type instanceof IntType) {
            return INT32;
        }
        return FLOAT32;
    }
}
