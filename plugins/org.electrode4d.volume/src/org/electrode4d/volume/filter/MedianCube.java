// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.filter;

import java.util.Arrays;
import org.electrode4d.volume.Block;

/**
 * The median of the 27 voxels around each voxel of a block, by a network of comparisons that does not depend on the
 * values, for some rows at once: its loops become vector instructions, and a median costs some 30 ns.
 *
 * <p>Triples are sorted along z, then y, then x. Sorting along an axis keeps the order along the others (D. E. Knuth,
 * The Art of Computer Programming 3, 5.2.1), so that afterwards the value of rank i along z, j along y and k along x
 * has {@code (i + 1)(j + 1)(k + 1) - 1} that are not larger and {@code (3 - i)(3 - j)(3 - k) - 1} that are not smaller.
 * Eight of the 27 are too far from the middle to be the median. The network for the other 19 was found by a search,
 * which drops a value as soon as ten of them are known to be on one side of it, and proved by the 980 ways in which
 * zeros and ones can be in such an order. What is not a number makes the result one.
 */
final class MedianCube {

    /** Rows at a time: long enough for vectors, short enough for the processor's first caches. */
    private static final int ROWS = 8;

    private static final int BOTH = 0;
    private static final int SMALLER = 1;
    private static final int LARGER = 2;

    /** Two of the sorted values, 9 i + 3 j + k, and which of them are needed: the smaller one is left in the first. */
    private static final int[][] NETWORK = {
        {14, 8, SMALLER}, {12, 6, LARGER}, {24, 22, SMALLER}, {6, 4, LARGER}, {16, 14, SMALLER}, {10, 2, LARGER},
        {13, 7, BOTH}, {20, 7, SMALLER}, {15, 13, BOTH}, {18, 4, LARGER}, {15, 2, LARGER}, {20, 5, BOTH},
        {19, 13, BOTH}, {24, 5, SMALLER}, {21, 16, BOTH}, {16, 13, SMALLER}, {20, 4, BOTH}, {21, 20, LARGER},
        {20, 19, BOTH}, {16, 11, BOTH}, {24, 11, SMALLER}, {24, 4, BOTH}, {20, 2, LARGER}, {19, 16, BOTH},
        {16, 4, SMALLER}, {24, 19, LARGER}, {16, 2, BOTH}, {19, 2, SMALLER}, {19, 16, LARGER}
    };
    private static final int MEDIAN = 16;

    private final float[] values;
    private final Block halo;
    private final int plane;
    /** Sorted along z: smallest, middle and largest of three planes. */
    private final float[][] ofPlanes;
    private final float[][] sorted = new float[27][];

    /**
     * @param values of the block with its halo
     * @param halo the block with its halo of 1
     */
    MedianCube(final float[] values, final Block halo) {
        this.values = values;
        this.halo = halo;
        plane = halo.sizeX() * halo.sizeY();
        ofPlanes = new float[3][plane];
        Arrays.setAll(sorted, i -> new float[ROWS * halo.sizeX()]);
    }

    /** @param medians receives one value for each voxel of the block without halo */
    void filter(final float[] medians) {
        final int sizeX = halo.sizeX() - 2;
        final int sizeY = halo.sizeY() - 2;
        for (int z = 0; z < halo.sizeZ() - 2; z++) {
            for (int i = 0; i < 3; i++) {
                System.arraycopy(values, (z + i) * plane, ofPlanes[i], 0, plane);
            }
            sort(ofPlanes[0], ofPlanes[1], ofPlanes[2], plane);
            for (int y = 0; y < sizeY; y += ROWS) {
                final int rows = Math.min(ROWS, sizeY - y);
                final float[] median = medians(y, rows);
                for (int row = 0; row < rows; row++) {
                    System.arraycopy(median, row * halo.sizeX(), medians, (z * sizeY + y + row) * sizeX, sizeX);
                }
            }
        }
    }

    /** Those of some rows of the plane at hand; what lies at the ends of rows is not meant to be used. */
    private float[] medians(final int y, final int rows) {
        final int count = rows * halo.sizeX();
        for (int i = 0; i < 9; i += 3) {
            for (int j = 0; j < 3; j++) {
                System.arraycopy(ofPlanes[i / 3], (y + j) * halo.sizeX(), sorted[3 * (i + j)], 0, count);
            }
            sort(sorted[3 * i], sorted[3 * i + 3], sorted[3 * i + 6], count);
        }
        for (int i = 0; i < sorted.length; i += 3) {
            System.arraycopy(sorted[i], 1, sorted[i + 1], 0, count - 1);
            System.arraycopy(sorted[i], 2, sorted[i + 2], 0, count - 2);
            sort(sorted[i], sorted[i + 1], sorted[i + 2], count);
        }
        for (final int[] step : NETWORK) {
            final float[] a = sorted[step[0]];
            final float[] b = sorted[step[1]];
            switch (step[2]) {
                case SMALLER -> smaller(a, b, count);
                case LARGER -> larger(a, b, count);
                default -> order(a, b, count);
            }
        }
        return sorted[MEDIAN];
    }

    private static void sort(final float[] a, final float[] b, final float[] c, final int count) {
        order(a, b, count);
        order(b, c, count);
        order(a, b, count);
    }

    private static void order(final float[] a, final float[] b, final int count) {
        for (int i = 0; i < count; i++) {
            final float x = a[i];
            final float y = b[i];
            a[i] = Math.min(x, y);
            b[i] = Math.max(x, y);
        }
    }

    private static void smaller(final float[] a, final float[] b, final int count) {
        for (int i = 0; i < count; i++) {
            a[i] = Math.min(a[i], b[i]);
        }
    }

    private static void larger(final float[] a, final float[] b, final int count) {
        for (int i = 0; i < count; i++) {
            b[i] = Math.max(a[i], b[i]);
        }
    }
}
