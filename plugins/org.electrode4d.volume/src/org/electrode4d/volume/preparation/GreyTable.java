// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/** A map of the grey values of 8- and 16-bit integers, computed once for every value and then looked up. */
final class GreyTable {

    private final VoxelType type;
    /** Of the type, by the bits of the value. */
    private final Object mapped;
    /** 1 for values that are clipped. */
    private final byte[] clipped;

    GreyTable(final GreyMap map, final VoxelType type) {
        this.type = type;
        final int values = 1 << 8 * type.bytes();
        mapped = type.newArray(values);
        clipped = new byte[values];
        for (int value = (int)type.min(); value <= type.max(); value++) {
            final double exact = Math.rint(map.at(value));
            final int inRange = (int)Math.max(type.min(), Math.min(type.max(), exact));
            final int bits = value & values - 1;
            clipped[bits] = (byte)(inRange == exact ? 0 : 1);
            if (mapped instanceof byte[] bytes) {
                bytes[bits] = (byte)inRange;
            } else {
                ((short[])mapped)[bits] = (short)inRange;
            }
        }
    }

    static boolean isFor(final VoxelType type) {
        return type.isInteger() && type.bytes() <= 2;
    }

    Volume apply(final Volume volume) {
        final int edge = Local.BLOCK_EDGE;
        return LazyVolume.load(volume.name(), new LazyVolume.Layout(volume.shape(), type, edge, edge, edge),
            volume.voxelSize(), block -> mapped(volume, block)).withOrigin(volume.origin())
            .withMetadata(volume.metadata());
    }

    private Object mapped(final Volume volume, final Block block) {
        final Object values = read(volume, block);
        if (values instanceof byte[] bytes) {
            final byte[] table = (byte[])mapped;
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = table[bytes[i] & 0xff];
            }
        } else {
            final short[] shorts = (short[])values;
            final short[] table = (short[])mapped;
            for (int i = 0; i < shorts.length; i++) {
                shorts[i] = table[shorts[i] & 0xffff];
            }
        }
        return values;
    }

    /** How many voxels of a block are clipped. */
    long clipped(final Volume volume, final Block block) {
        final Object values = read(volume, block);
        int count = 0;
        if (values instanceof byte[] bytes) {
            for (final byte value : bytes) {
                count += clipped[value & 0xff];
            }
        } else {
            for (final short value : (short[])values) {
                count += clipped[value & 0xffff];
            }
        }
        return count;
    }

    private Object read(final Volume volume, final Block block) {
        final Object values = type.newArray(block.voxels());
        volume.readNative(block, values);
        return values;
    }
}
