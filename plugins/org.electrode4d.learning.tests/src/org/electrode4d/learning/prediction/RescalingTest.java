// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class RescalingTest {

    private static float[] values(final Volume volume) {
        final float[] values = new float[(int)volume.shape().voxels()];
        volume.read(Block.of(volume.shape()), values);
        return values;
    }

    @Test
    void valuesBetweenVoxelsAreInterpolatedAndThoseBeyondTheLastRepeated() {
        final Volume row = Volume.of("a", ArrayImgs.floats(new float[] {10, 20}, 2, 1, 1), VoxelSize.isotropic(2))
            .withOrigin(new Point(5, 5, 5));
        final Volume fine = Rescaling.toVoxels(row, new VoxelSize(1, 2, 2));
        assertArrayEquals(new float[] {10, 12.5f, 17.5f, 20}, values(fine));
        assertEquals(new VoxelSize(1, 2, 2), fine.voxelSize());
        // the edge of the volume stays at 4 µm
        assertEquals(new Point(4.5, 5, 5), fine.origin());
    }

    @Test
    void voxelsAreAsCloseToTheWantedSizeAsWholeNumbersAllow() {
        final Volume plane = Volume.of("a", ArrayImgs.floats(new float[30], 5, 6, 1), VoxelSize.isotropic(1));
        final Volume coarse = Rescaling.toVoxels(plane, new VoxelSize(2.2, 3, 1));
        assertEquals(new Shape(2, 2, 1), coarse.shape());
        assertEquals(new VoxelSize(2.5, 3, 1), coarse.voxelSize());
    }

    @Test
    void labelsAndLinearValuesComeBack() {
        final int nx = 7;
        final int ny = 5;
        final byte[] labels = new byte[nx * ny * 3];
        final float[] ramp = new float[labels.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte)(37 * i % 11);
            ramp[i] = i % nx + 10 * (i / nx % ny);
        }
        final Volume original = Volume.of("a", ArrayImgs.unsignedBytes(labels, nx, ny, 3), VoxelSize.isotropic(1));
        final Volume slopes = Volume.of("a", ArrayImgs.floats(ramp, nx, ny, 3), VoxelSize.isotropic(1));
        final Volume doubled = Volume.of("b", ArrayImgs.unsignedBytes(twice(labels, nx, ny, 3), 2 * nx, 2 * ny, 6),
            VoxelSize.isotropic(0.5));
        assertArrayEquals(values(original), values(Rescaling.nearest(doubled, original)));
        final float[] back = values(Rescaling.linear(Rescaling.toVoxels(slopes, VoxelSize.isotropic(0.5)), slopes));
        for (int i = 0; i < back.length; i++) {
            final boolean inside = i % nx > 0 && i % nx < nx - 1 && i / nx % ny > 0 && i / nx % ny < ny - 1;
            assertEquals(ramp[i], back[i], inside ? 1e-5 : 6);
        }
    }

    private static byte[] twice(final byte[] values, final int nx, final int ny, final int nz) {
        final byte[] twice = new byte[8 * values.length];
        for (int i = 0; i < twice.length; i++) {
            final int x = i % (2 * nx) / 2;
            final int y = i / (2 * nx) % (2 * ny) / 2;
            final int z = i / (4 * nx * ny) / 2;
            twice[i] = values[(z * ny + y) * nx + x];
        }
        return twice;
    }
}
