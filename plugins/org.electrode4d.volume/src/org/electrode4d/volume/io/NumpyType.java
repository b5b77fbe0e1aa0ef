// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import org.electrode4d.volume.VoxelType;

/**
 * NumPy's names of number types, such as {@code <u2}, which Zarr uses as well.
 */
final class NumpyType {

    private static final Map<String, VoxelType> TYPES = Map.of("u1", VoxelType.UINT8, "b1", VoxelType.UINT8,
        "i1", VoxelType.INT8, "u2", VoxelType.UINT16, "i2", VoxelType.INT16, "u4", VoxelType.UINT32,
        "i4", VoxelType.INT32, "f4", VoxelType.FLOAT32);

    private NumpyType() {
    }

    /** @throws VolumeFormatException for types that voxels cannot have */
    static StoredType parse(final Path path, final String name) throws VolumeFormatException {
        if (name.length() == 3 && "<>|=".indexOf(name.charAt(0)) >= 0) {
            final ByteOrder order = name.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            final String kind = name.substring(1);
            if (kind.equals("f8")) {
                return StoredType.float64(order);
            } else if (TYPES.containsKey(kind)) {
                return new StoredType(TYPES.get(kind), order);
            }
        }
        throw new VolumeFormatException(path, "Numbers of type " + name + " are not supported. Convert them to uint8, "
            + "int8, uint16, int16, uint32, int32, float32 or float64 (in Python: array.astype('int32')).");
    }

    /** The little-endian name of a type. */
    static String name(final VoxelType type) {
        final String kind = type == VoxelType.FLOAT32 ? "f" : type.isSigned() ? "i" : "u";
        return (type.bytes() == 1 ? "|" : "<") + kind + type.bytes();
    }
}
