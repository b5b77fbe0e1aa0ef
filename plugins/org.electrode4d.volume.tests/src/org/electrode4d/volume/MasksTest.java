// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

class MasksTest {

    private static Volume mask(final int last) {
        final byte[] values = new byte[70 * 65 * 66];
        if (last > 0) {
            values[values.length - 1] = (byte)last;
        }
        return Volume.of("mask", ArrayImgs.unsignedBytes(values, 70, 65, 66), VoxelSize.isotropic(1));
    }

    @Test
    void oneVoxelInTheLastBlockIsNotNothing() {
        assertTrue(Masks.isEmpty(mask(0), Progress.NONE));
        assertFalse(Masks.isEmpty(mask(1), Progress.NONE));
        assertFalse(Masks.isEmpty(mask(200), Progress.NONE));
    }
}
