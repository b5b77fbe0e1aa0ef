// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.nio.ByteOrder;
import java.util.Optional;
import org.electrode4d.volume.VoxelType;

/** The types of HDF5 that are numbers of ours. */
final class Hdf5Numbers {

    private Hdf5Numbers() {
    }

    /** Empty for types that voxels cannot have. */
    static Optional<StoredType> stored(final DataType type) {
        if (type instanceof FixedPoint integer) {
            return isWhole(integer) ? Optional.of(integer(integer)) : Optional.empty();
        } else if (type instanceof FloatingPoint floating && floating.getSize() == Float.BYTES) {
            return Optional.of(new StoredType(VoxelType.FLOAT32, floating.getByteOrder()));
        } else if (type instanceof FloatingPoint floating && floating.getSize() == Double.BYTES) {
            return Optional.of(StoredType.float64(floating.getByteOrder()));
        } else if (type instanceof EnumDataType names && names.getSize() == 1) {
            return Optional.of(new StoredType(VoxelType.UINT8, ByteOrder.LITTLE_ENDIAN)); // so h5py writes booleans
        }
        return Optional.empty();
    }

    /** As NumPy would call it. */
    static String name(final DataType type) {
        final int bits = type.getSize() * Byte.SIZE;
        if (type instanceof FixedPoint integer) {
            return (integer.isSigned() ? "int" : "uint") + bits;
        } else if (type instanceof FloatingPoint) {
            return "float" + bits;
        } else if (type instanceof EnumDataType) {
            return "enum" + bits;
        }
        return type.getClass().getSimpleName();
    }

    private static boolean isWhole(final FixedPoint integer) {
        return integer.getBitOffset() == 0 && integer.getBitPrecision() == integer.getSize() * Byte.SIZE
            && Integer.bitCount(integer.getSize()) == 1 && integer.getSize() <= Long.BYTES;
    }

    private static StoredType integer(final FixedPoint integer) {
        final boolean signed = integer.isSigned();
        final ByteOrder order = integer.getByteOrder();
        return switch (integer.getSize()) {
            case 1 -> new StoredType(signed ? VoxelType.INT8 : VoxelType.UINT8, order);
            case 2 -> new StoredType(signed ? VoxelType.INT16 : VoxelType.UINT16, order);
            case 4 -> new StoredType(signed ? VoxelType.INT32 : VoxelType.UINT32, order);
            default -> StoredType.int64(order);
        };
    }
}
