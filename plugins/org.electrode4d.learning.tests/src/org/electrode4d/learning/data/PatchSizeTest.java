// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PatchSizeTest {

    private static final LabelledSlice SLICE = Slices.of(4, new float[] {
        0, 1, 2, 3,
        4, 5, 6, 7},
        0, -1, -1, -1,
        -1, -1, -1, 1);

    @Test
    void patchesAreNoLargerThanSlices() {
        assertEquals(new PatchSize(256, 512), PatchSize.DEFAULT.fit(List.of(slice(600, 700)), 16));
        assertEquals(new PatchSize(16, 512), PatchSize.DEFAULT.fit(List.of(slice(3, 700), slice(9, 5)), 16));
        assertEquals(new PatchSize(8, 8), new PatchSize(5, 7).fit(List.of(slice(20, 20)), 8));
    }

    @Test
    void croppingBeyondTheBorderMirrorsTheImage() {
        final LabelledSlice larger = SLICE.crop(new Window(-1, -2, 4, 7));
        assertArrayEquals(new float[] {
            6, 5, 4, 5, 6, 7, 6,
            2, 1, 0, 1, 2, 3, 2,
            6, 5, 4, 5, 6, 7, 6,
            2, 1, 0, 1, 2, 3, 2}, larger.image());
        assertArrayEquals(Slices.bytes(
            -1, -1, -1, -1, -1, -1, -1,
            -1, -1, 0, -1, -1, -1, -1,
            -1, -1, -1, -1, -1, 1, -1,
            -1, -1, -1, -1, -1, -1, -1), larger.classes());
    }

    @Test
    void randomPatchesHaveLabelsAndStayInside() {
        final LabelledSlice sparse = slice(40, 50);
        sparse.classes()[7 * 50 + 3] = 0;
        sparse.classes()[39 * 50 + 49] = 1;
        final boolean[] seen = new boolean[2];
        for (int seed = 0; seed < 50; seed++) {
            final Window patch = new PatchSize(8, 16).random(sparse, seed);
            assertTrue(patch.row() >= 0 && patch.row() <= 32 && patch.column() >= 0 && patch.column() <= 34);
            final long[] counts = sparse.crop(patch).counts(2);
            assertEquals(1, counts[0] + counts[1]);
            seen[counts[0] == 1 ? 0 : 1] = true;
            assertEquals(patch, new PatchSize(8, 16).random(sparse, seed));
        }
        assertTrue(seen[0] && seen[1]);
    }

    @Test
    void smallSlicesAreInTheMiddleOfAPatch() {
        assertEquals(new Window(-3, 0, 8, 4), new PatchSize(8, 4).random(SLICE, 1));
    }

    @Test
    void tilesCoverLabelledPartsOnce() {
        final PatchSize tile = new PatchSize(2, 3);
        assertEquals(List.of(new Window(0, 0, 2, 3), new Window(0, 3, 2, 3)), tile.tiles(SLICE));
        assertEquals(List.of(new Window(0, 0, 1, 2), new Window(1, 2, 1, 2)), new PatchSize(1, 2).tiles(SLICE));
    }

    private static LabelledSlice slice(final int rows, final int columns) {
        final int[] classes = new int[rows * columns];
        Arrays.fill(classes, -1);
        return Slices.of(columns, new float[rows * columns], classes);
    }
}
