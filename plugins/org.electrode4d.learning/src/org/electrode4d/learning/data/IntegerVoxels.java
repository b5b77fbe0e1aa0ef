// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import org.electrode4d.volume.VoxelType;

/** Labels in the arrays of volumes. */
final class IntegerVoxels {

    private IntegerVoxels() {
    }

    /**
     * The labels in an array of the kind that {@link VoxelType#newArray} makes.
     *
     * @param type an integer type into which they fit
     */
    static Object pack(final int[] labels, final VoxelType type) {
        if (type.bytes() == Integer.BYTES) {
            return labels;
        }
        final Object packed = type.newArray(labels.length);
        for (int i = 0; i < labels.length; i++) {
            if (packed instanceof byte[] bytes) {
                bytes[i] = (byte)labels[i];
            } else {
                ((short[])packed)[i] = (short)labels[i];
            }
        }
        return packed;
    }
}
