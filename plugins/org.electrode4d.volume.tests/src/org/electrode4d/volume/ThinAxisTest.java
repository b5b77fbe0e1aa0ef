// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.imglib2.img.array.ArrayImgs;

class ThinAxisTest {

    private static Volume slice(final int x, final int y, final int z) {
        return Volume.of("slice", ArrayImgs.floats(new float[]{1, 2, 3, 4, 5, 6}, x, y, z), new VoxelSize(1, 2, 3))
            .withOrigin(new Point(10, 20, 30));
    }

    private static float[] voxels(final Volume volume) {
        final float[] voxels = new float[6];
        volume.read(Block.of(volume.shape()), voxels);
        return voxels;
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 3, 2, 3, 1, 20, 30, 10", "2, 1, 3, 1, 3, 2, 10, 30, 20", "2, 3, 1, 1, 2, 3, 10, 20, 30"})
    void theAxesOfASliceBecomeXAndY(final int x, final int y, final int z, final double sizeX, final double sizeY,
        final double sizeZ, final double originX, final double originY, final double originZ) {
        final Volume slice = slice(x, y, z);
        final ThinAxis thin = ThinAxis.of(slice);
        final Volume flat = thin.flatten(slice);
        assertEquals(new Shape(2, 3, 1), flat.shape());
        assertEquals(new VoxelSize(sizeX, sizeY, sizeZ), flat.voxelSize());
        assertEquals(new Point(originX, originY, originZ), flat.origin());
        assertArrayEquals(new float[]{1, 2, 3, 4, 5, 6}, voxels(flat));
        assertArrayEquals(new double[]{originX, originY}, thin.flatten(slice.origin()));
        final Volume restored = thin.restore(flat);
        assertEquals(slice.shape(), restored.shape());
        assertEquals(slice.origin(), restored.origin());
        assertArrayEquals(new float[]{1, 2, 3, 4, 5, 6}, voxels(restored));
    }

    @Test
    void aVolumeStaysAsItIs() {
        final Volume volume = Volume.of("volume", ArrayImgs.floats(new float[8], 2, 2, 2), VoxelSize.isotropic(1));
        assertSame(volume, ThinAxis.of(volume).flatten(volume));
    }
}
