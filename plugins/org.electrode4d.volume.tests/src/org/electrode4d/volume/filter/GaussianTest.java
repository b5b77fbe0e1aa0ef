// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import net.imglib2.img.array.ArrayImgs;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Extension;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class GaussianTest {

    private static final int SIZE = 41;
    private static final int CENTRE = 20;

    private static Volume impulse() {
        final float[] values = new float[SIZE * SIZE * SIZE];
        values[(CENTRE * SIZE + CENTRE) * SIZE + CENTRE] = 1;
        return Volume.of("impulse", ArrayImgs.floats(values, SIZE, SIZE, SIZE), new VoxelSize(0.5, 0.5, 1));
    }

    private static float[] read(final Volume volume) {
        final float[] values = new float[(int)volume.shape().voxels()];
        volume.read(Block.of(volume.shape()), values);
        return values;
    }

    @Test
    void anImpulseBecomesAGaussian() {
        final double sigma = 2;
        final float[] values = read(Gaussian.of(impulse(), sigma));
        final double peak = Math.pow(2 * Math.PI * sigma * sigma, -1.5);
        for (int z = 12; z <= 28; z++) {
            for (int y = 12; y <= 28; y++) {
                for (int x = 12; x <= 28; x++) {
                    final double r2 = Math.pow(x - CENTRE, 2) + Math.pow(y - CENTRE, 2) + Math.pow(z - CENTRE, 2);
                    // the weights cut off at four sigma, 6e-5 of each axis, make the rest larger
                    assertEquals(peak * Math.exp(-r2 / (2 * sigma * sigma)), values[(z * SIZE + y) * SIZE + x],
                        3e-4 * peak);
                }
            }
        }
    }

    @Test
    void sigmaInMicrometresFollowsTheVoxelSize() {
        final float[] expected = read(Gaussian.of(impulse(), new Point(2, 2, 1), Extension.MIRROR));
        assertArrayEquals(expected, read(Gaussian.ofMicrometres(impulse(), 1, Extension.MIRROR)));
    }

    @Property(tries = 30)
    void aConstantStaysWhatItIs(@ForAll @DoubleRange(max = 6) final double sigma,
        @ForAll final boolean mirrored) {
        final float[] values = new float[7 * 5 * 3];
        Arrays.fill(values, 3);
        final Volume volume = Volume.of("constant", ArrayImgs.floats(values, 7, 5, 3), VoxelSize.isotropic(1));
        assertArrayEquals(values, read(Gaussian.of(volume, new Point(sigma, sigma, sigma),
            mirrored ? Extension.MIRROR : Extension.REPLICATE)), 1e-5f);
    }

    @Test
    void zeroLeavesTheValuesAndFactsStay() {
        final Volume moved = impulse().withOrigin(new Point(1, 2, 3));
        final Volume same = Gaussian.of(moved, 0);
        assertArrayEquals(read(moved), read(same));
        assertEquals(moved.origin(), same.origin());
        assertEquals(moved.voxelSize(), same.voxelSize());
    }

    @Test
    void blocksHaveNoSeams() {
        final float[] values = new float[150 * 3 * 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 37 % 101;
        }
        final Volume volume = Volume.of("row", ArrayImgs.floats(values, 150, 3, 2), VoxelSize.isotropic(1));
        final float[] smooth = read(Gaussian.of(volume, new Point(2, 0, 0), Extension.REPLICATE));
        final float[] kernel = Gaussian.kernel(2);
        for (final int x : new int[] {62, 63, 64, 65, 127, 128}) {
            float sum = 0;
            for (int i = -8; i <= 8; i++) {
                sum += kernel[i + 8] * values[x + i];
            }
            assertEquals(sum, smooth[x], 1e-4f);
        }
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        final Volume volume = impulse();
        assertEquals("The sigma of a Gaussian must be 0 to 100 voxels, but is -1.0. Reduce the resolution first for "
            + "more smoothing.", assertThrows(IllegalArgumentException.class,
                () -> Gaussian.of(volume, -1)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> Gaussian.of(volume, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Gaussian.of(volume, Point.ORIGIN, Extension.NAN));
    }
}
