// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.filter;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Extension;
import org.electrode4d.volume.Volume;

/**
 * Smallest, middle or largest value of the cube of {@code 2 r + 1} voxels around each voxel; at the border of the
 * volume the border voxel is repeated. The result is of the type of the source, exact, and computed on demand.
 *
 * <p>Halo {@code r}. Minimum and maximum go one axis after the other and cost {@code 3 log2(2 r + 1)} comparisons per
 * voxel: the extreme of a window is that of two overlapping windows whose length is a power of two, and those come
 * from doubling. The median of 27 values is that of a network of comparisons, some 30 ns per voxel; from more values it
 * is selected, which takes about 16 ns for each of them. Where a value is not a number, the result is not either.
 */
public final class RankFilter {

    private static final int MAX_HALF_SIZE_MEDIAN = 5;
    private static final int MAX_HALF_SIZE = 50;

    private final Volume volume;
    private final Rank rank;
    private final int halfSize;

    private RankFilter(final Volume volume, final Rank rank, final int halfSize) {
        this.volume = volume;
        this.rank = rank;
        this.halfSize = halfSize;
    }

    /**
     * @param halfSize r of the cube in voxels: 1 to 50, and 1 to 5 for the median
     * @throws IllegalArgumentException for any other
     */
    public static Volume of(final Volume volume, final Rank rank, final int halfSize) {
        final int largest = rank == Rank.MEDIAN ? MAX_HALF_SIZE_MEDIAN : MAX_HALF_SIZE;
        if (halfSize < 1 || halfSize > largest) {
            throw new IllegalArgumentException("The half size of a " + rank + " filter must be 1 to " + largest
                + " voxels, but is " + halfSize + ".");
        }
        final RankFilter filter = new RankFilter(volume, rank, halfSize);
        return Conversion.of(Derived.of(volume, filter::compute), volume.type());
    }

    private void compute(final Block block, final float[] destination) {
        final Block halo = block.grow(halfSize);
        final float[] values = new float[halo.voxels()];
        volume.read(halo, Extension.REPLICATE, values);
        if (rank == Rank.MEDIAN) {
            median(values, halo, destination);
            return;
        }
        final float[] x = extreme(values, 1, halo.sizeX());
        final float[] y = extreme(x, block.sizeX(), halo.sizeY());
        final float[] z = extreme(y, block.sizeX() * block.sizeY(), halo.sizeZ());
        System.arraycopy(z, 0, destination, 0, block.voxels());
    }

    private void median(final float[] values, final Block halo, final float[] destination) {
        if (halfSize == 1) {
            new MedianCube(values, halo).filter(destination);
        } else {
            new MedianWindow(halfSize).filter(values, halo, destination);
        }
    }

    /** Extremes of windows along one axis; {@code stride} is from a voxel to the next along it. */
    private float[] extreme(final float[] values, final int stride, final int length) {
        final int window = 2 * halfSize + 1;
        final int outer = values.length / (stride * length);
        final float[] extremes = new float[outer * stride * (length - window + 1)];
        final float[] line = new float[stride * length];
        for (int o = 0; o < outer; o++) {
            System.arraycopy(values, o * line.length, line, 0, line.length);
            int covered = 1;
            for (; 2 * covered <= window; covered *= 2) {
                combine(line, covered * stride, line, 0, stride * (length - 2 * covered + 1));
            }
            final int count = stride * (length - window + 1);
            combine(line, (window - covered) * stride, extremes, o * count, count);
        }
        return extremes;
    }

    /** The extremes of each value and the one {@code shift} behind it. */
    private void combine(final float[] line, final int shift, final float[] target, final int to, final int count) {
        if (rank == Rank.MIN) {
            for (int i = 0; i < count; i++) {
                target[to + i] = Math.min(line[i], line[i + shift]);
            }
        } else {
            for (int i = 0; i < count; i++) {
                target[to + i] = Math.max(line[i], line[i + shift]);
            }
        }
    }
}
