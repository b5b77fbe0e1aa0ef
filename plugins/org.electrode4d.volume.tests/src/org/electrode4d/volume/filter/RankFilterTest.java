// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Extension;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;

class RankFilterTest {

    private static float[] read(final Volume volume) {
        final float[] values = new float[(int)volume.shape().voxels()];
        volume.read(Block.of(volume.shape()), values);
        return values;
    }

    private static Volume row(final int... values) {
        final byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte)values[i];
        }
        return Volume.of("row", ArrayImgs.unsignedBytes(bytes, bytes.length, 1, 1), VoxelSize.isotropic(1));
    }

    @Test
    void threeVoxelsInARow() {
        final Volume row = row(9, 1, 5, 5, 200, 5);
        assertArrayEquals(new float[] {1, 1, 1, 5, 5, 5}, read(RankFilter.of(row, Rank.MIN, 1)));
        assertArrayEquals(new float[] {9, 9, 5, 200, 200, 200}, read(RankFilter.of(row, Rank.MAX, 1)));
        assertArrayEquals(new float[] {9, 5, 5, 5, 5, 5}, read(RankFilter.of(row, Rank.MEDIAN, 1)));
    }

    @Test
    void theTypeStays() {
        for (final Rank rank : Rank.values()) {
            assertEquals(VoxelType.UINT8, RankFilter.of(row(1, 2), rank, 1).type());
        }
    }

    @Property(tries = 60)
    void everyValueIsTheRankOfItsCube(@ForAll final Rank rank, @ForAll @IntRange(min = 1, max = 4) final int halfSize,
        @ForAll @IntRange(min = 1, max = 9) final int width, @ForAll final int seed) {
        final float[] values = new float[width * 6 * 5];
        final Random random = new Random(seed);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(20) - 10;
        }
        final Volume volume = Volume.of("noise", ArrayImgs.floats(values, width, 6, 5), VoxelSize.isotropic(1));
        final float[] filtered = read(RankFilter.of(volume, rank, halfSize));
        final float[] cube = new float[(int)Math.pow(2 * halfSize + 1, 3)];
        for (int i = 0; i < values.length; i++) {
            volume.read(Block.around(i % width, i / width % 6, i / width / 6, halfSize), Extension.REPLICATE, cube);
            Arrays.sort(cube);
            assertEquals(cube[rank.ordinal() * (cube.length - 1) / 2], filtered[i]);
        }
    }

    @Test
    void whatIsNotANumberSpreads() {
        final Volume row = Volume.of("row", ArrayImgs.floats(new float[] {1, 2, Float.NaN, 4, 5}, 5, 1, 1),
            VoxelSize.isotropic(1));
        for (final Rank rank : Rank.values()) {
            final float[] filtered = read(RankFilter.of(row, rank, 1));
            assertEquals(Float.NaN, filtered[1]);
            assertEquals(Float.NaN, filtered[3]);
            assertFalse(Float.isNaN(filtered[0]) || Float.isNaN(filtered[4]));
        }
    }

    /** A network of comparisons is right for all numbers if it is for zeros and ones. */
    @Test
    void theMedianOfACubeIsRightForAllZerosAndOnesThatAreSortedAlongEveryAxis() {
        int sorted = 0;
        for (int heights = 0; heights < 1 << 18; heights++) {
            final float[] cube = new float[27];
            int ones = 0;
            boolean rises = true;
            for (int i = 0; i < 9; i++) {
                final int height = heights >> 2 * i & 3;
                rises &= (i % 3 == 0 || height >= (heights >> 2 * i - 2 & 3))
                    && (i < 3 || height >= (heights >> 2 * i - 6 & 3));
                Arrays.fill(cube, 3 * i + 3 - height, 3 * i + 3, 1);
                ones += height;
            }
            if (rises) {
                sorted++;
                final float[] median = new float[1];
                new MedianCube(cube, new Block(0, 0, 0, 3, 3, 3)).filter(median);
                assertEquals(ones > 13 ? 1 : 0, median[0]);
            }
        }
        assertEquals(980, sorted);
    }

    @Test
    void sizesOutOfRangeAreRefused() {
        assertEquals("The half size of a MEDIAN filter must be 1 to 5 voxels, but is 6.", assertThrows(
            IllegalArgumentException.class, () -> RankFilter.of(row(1), Rank.MEDIAN, 6)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> RankFilter.of(row(1), Rank.MIN, 0));
    }
}
