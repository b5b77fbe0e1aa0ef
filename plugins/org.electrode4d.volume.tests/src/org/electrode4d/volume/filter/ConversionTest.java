// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;

class ConversionTest {

    private static float[] read(final Volume volume) {
        final float[] values = new float[(int)volume.shape().voxels()];
        volume.read(Block.of(volume.shape()), values);
        return values;
    }

    @Test
    void valuesAreRoundedAndClipped() {
        final Volume volume = Volume.of("v", ArrayImgs.floats(
            new float[] {-7, 1.4f, 1.6f, 300, Float.NaN, Float.POSITIVE_INFINITY}, 6, 1, 1), VoxelSize.isotropic(1));
        assertArrayEquals(new float[] {0, 1, 2, 255, 0, 255}, read(Conversion.of(volume, VoxelType.UINT8)));
        assertArrayEquals(new float[] {-7, 1, 2, 127, 0, 127}, read(Conversion.of(volume, VoxelType.INT8)));
        assertEquals(4_294_967_295f, read(Conversion.of(volume, VoxelType.UINT32))[5]);
        assertSame(volume, Conversion.of(volume, VoxelType.FLOAT32));
    }
}
