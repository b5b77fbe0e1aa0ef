// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class VolumeStatisticsTest {

    private static Volume floats(final float... values) {
        return Volume.of("v", ArrayImgs.floats(values, values.length, 1, 1), VoxelSize.isotropic(1));
    }

    private static Volume bytes(final byte... values) {
        return Volume.of("v", ArrayImgs.unsignedBytes(values, values.length, 1, 1), VoxelSize.isotropic(1));
    }

    @Test
    void eightValues() {
        final Statistics statistics = VolumeStatistics.of(floats(2, 4, 4, 4, 5, 5, 7, 9), Progress.NONE);
        assertEquals(8, statistics.count());
        assertEquals(2, statistics.min());
        assertEquals(9, statistics.max());
        assertEquals(5, statistics.mean());
        assertEquals(2, statistics.standardDeviation());
        assertEquals(0, statistics.notFinite());
        assertEquals(2, statistics.quantile(0));
        assertEquals(9, statistics.quantile(1));
        assertEquals(4, statistics.median(), 7.0 / 65_536);
    }

    @Test
    void bytesHaveExactQuantiles() {
        final Statistics statistics = VolumeStatistics.of(bytes((byte)255, (byte)0, (byte)10, (byte)10), Progress.NONE);
        assertTrue(statistics.histogram().isExact());
        assertEquals(256, statistics.histogram().bins());
        assertEquals(2, statistics.histogram().count(10));
        assertEquals(0, statistics.quantile(0.25));
        assertEquals(10, statistics.quantile(0.251));
        assertEquals(10, statistics.median());
        assertEquals(255, statistics.quantile(0.76));
    }

    @Test
    void aMaskSelects() {
        final Statistics statistics = VolumeStatistics.of(floats(1, 100, 3, Float.NaN),
            bytes((byte)1, (byte)0, (byte)7, (byte)0), Progress.NONE);
        assertEquals(2, statistics.count());
        assertEquals(2, statistics.mean());
        assertEquals(0, statistics.notFinite());
    }

    @Test
    void whatIsNotFiniteIsCountedApart() {
        final Statistics statistics = VolumeStatistics.of(
            floats(Float.NaN, 1, Float.NEGATIVE_INFINITY, 3), Progress.NONE);
        assertEquals(2, statistics.count());
        assertEquals(2, statistics.notFinite());
        assertEquals(2, statistics.mean());
        assertEquals(3, statistics.max());
    }

    @Test
    void withoutNumbersThereAreNoStatistics() {
        assertEquals("Statistics need numbers, but none of the 2 values of v is a finite number.",
            assertThrows(IllegalArgumentException.class,
                () -> VolumeStatistics.of(floats(Float.NaN, Float.NaN), Progress.NONE)).getMessage());
        assertEquals("Statistics need numbers, but none of the 0 values of v inside the mask v is a finite number.",
            assertThrows(IllegalArgumentException.class,
                () -> VolumeStatistics.of(floats(1, 2), bytes((byte)0, (byte)0), Progress.NONE)).getMessage());
    }

    @Test
    void theMaskHasTheSameShape() {
        assertEquals("The mask v has 1 x 1 x 1 voxels, but v has 2 x 1 x 1. They must have the same shape.",
            assertThrows(IllegalArgumentException.class,
                () -> VolumeStatistics.of(floats(1, 2), bytes((byte)1), Progress.NONE)).getMessage());
    }

    @Test
    void aConstantHasNoWidth() {
        final Statistics statistics = VolumeStatistics.of(floats(7, 7, 7), Progress.NONE);
        assertEquals(7, statistics.median());
        assertEquals(0, statistics.standardDeviation());
    }

    @Test
    void aLargeMeanCostsNoDigits() {
        final Statistics statistics = VolumeStatistics.of(floats(1e6f, 1e6f + 1, 1e6f + 2), Progress.NONE);
        assertEquals(Math.sqrt(2.0 / 3), statistics.standardDeviation(), 1e-12);
    }

    @Property(tries = 100)
    void quantilesAreRightToOneBin(@ForAll @Size(min = 1, max = 200) final List<Short> numbers) {
        final float[] values = new float[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(i) / 8f;
        }
        final Statistics statistics = VolumeStatistics.of(floats(values), Progress.NONE);
        Arrays.sort(values);
        final double bin = statistics.histogram().binWidth();
        for (int k = 1; k <= values.length; k++) {
            assertEquals(values[k - 1], statistics.quantile(k / (double)values.length), bin + 1e-9);
        }
    }

    @Test
    void threadsChangeNothingAndNeitherDoChunks() {
        final Statistics one = Parallelization.runWithNumThreads(1,
            () -> VolumeStatistics.of(waves(32), Progress.NONE));
        final Statistics four = Parallelization.runWithNumThreads(4,
            () -> VolumeStatistics.of(waves(13), Progress.NONE));
        assertEquals(one.mean(), four.mean());
        assertEquals(one.standardDeviation(), four.standardDeviation());
        assertEquals(one.quantile(0.3), four.quantile(0.3));
        assertFalse(one.histogram().isExact());
    }

    private static Volume waves(final int chunk) {
        return LazyVolume.of("waves", new Shape(150, 90, 70), VoxelSize.isotropic(1), chunk, (block, values) -> {
            for (int i = 0; i < values.length; i++) {
                final long x = block.minX() + i % block.sizeX();
                final long y = block.minY() + i / block.sizeX() % block.sizeY();
                final long z = block.minZ() + i / block.sizeX() / block.sizeY();
                values[i] = (float)Math.sin(x * 0.1 + y * 0.7 + z * 1.3) + 3;
            }
        });
    }
}
