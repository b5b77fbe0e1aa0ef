// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Volume;

/** Reads the planes of a mask: what is 0 is outside, everything else inside. */
public final class MaskPlanes {

    private final Volume mask;
    private final int columns;
    private final int rows;

    /** @throws org.electrode4d.volume.VolumeException for FLOAT32 */
    public MaskPlanes(final Volume mask) {
        this.mask = Masks.requireIntegers(mask, "the mask");
        columns = (int)mask.shape().x();
        rows = (int)mask.shape().y();
    }

    int voxels() {
        return columns * rows;
    }

    /** An array that {@link #read} takes. */
    public Object buffer() {
        return mask.type().newArray(voxels());
    }

    /**
     * Reads a plane.
     *
     * @param buffer that {@link #buffer()} made
     * @return 0 outside and anything else inside, x fastest; valid until the buffer is used again
     */
    public byte[] read(final long z, final Object buffer) {
        mask.readNative(new Block(0, 0, z, columns, rows, 1), buffer);
        if (buffer instanceof byte[] bytes) {
            return bytes;
        }
        final byte[] inside = new byte[voxels()];
        if (buffer instanceof short[] shorts) {
            for (int i = 0; i < inside.length; i++) {
                inside[i] = (byte)(shorts[i] == 0 ? 0 : 1);
            }
        } else {
            final int[] ints = (int[])buffer;
            for (int i = 0; i < inside.length; i++) {
                inside[i] = (byte)(ints[i] == 0 ? 0 : 1);
            }
        }
        return inside;
    }
}
