// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

final class MaskedLabelsTest {

    private static Volume row(final int... values) {
        return Volume.of("row", ArrayImgs.ints(values, values.length, 1, 1), VoxelSize.isotropic(1));
    }

    private static int[] masked(final Volume labels, final Volume mask, final int reach) {
        final LabelVolume result = MaskedLabels.of(LabelVolume.of(labels), mask, reach);
        final Block all = Block.of(result.volume().shape());
        final int[] values = new int[all.voxels()];
        result.read(all, values);
        return values;
    }

    @Test
    void labelsOutsideOfTheMaskAreGone() {
        assertArrayEquals(new int[] {0, 7, 0, 0, 100000, 0},
            masked(row(7, 7, 7, 0, 100000, 100000), row(0, 1, 0, 1, -2, 0), 0));
    }

    @Test
    void voxelsOfTheMaskTakeTheNearestLabelWithinReach() {
        final Volume labels = row(7, 0, 0, 0, 0, 0, 9, 0, 3);
        final Volume mask = row(1, 1, 1, 1, 1, 1, 1, 1, 0);
        assertArrayEquals(new int[] {7, 7, 0, 0, 0, 9, 9, 9, 0}, masked(labels, mask, 1));
        assertArrayEquals(new int[] {7, 7, 7, 7, 9, 9, 9, 9, 0}, masked(labels, mask, 3));
    }

    /** A sheet of 130 x 130 voxels, of which the label at (63, 64) reaches over the border of four blocks. */
    @Test
    void reachGoesOverTheBordersOfBlocks() {
        final int[] labels = new int[130 * 130];
        labels[64 * 130 + 63] = 5;
        final int[] mask = new int[labels.length];
        Arrays.fill(mask, 1);
        final VoxelSize size = VoxelSize.isotropic(1);
        final int[] masked = masked(Volume.of("sheet", ArrayImgs.ints(labels, 130, 130, 1), size),
            Volume.of("mask", ArrayImgs.ints(mask, 130, 130, 1), size), 2);
        int count = 0;
        for (final int value : masked) {
            count += value == 5 ? 1 : 0;
        }
        assertEquals(13, count, "a disc of radius 2");
        assertEquals(5, masked[64 * 130 + 65]);
        assertEquals(5, masked[62 * 130 + 63]);
    }

    @Test
    void aReachOutOfRangeIsRefused() {
        assertEquals("Labels may reach 0 to 8 voxels beyond their border, not 9.",
            assertThrows(IllegalArgumentException.class, () -> masked(row(1), row(1), 9)).getMessage());
    }
}
