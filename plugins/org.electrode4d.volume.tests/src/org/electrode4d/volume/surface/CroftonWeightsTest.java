// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CroftonWeightsTest {

    @Test
    void cubesHaveTheWeightsOfTheLiterature() {
        final CroftonWeights weights = CroftonWeights.of(VoxelSize.isotropic(0.05));
        assertEquals(0.09155578, weights.share(1, 0, 0), 5e-9);
        assertEquals(0.09155578, weights.share(0, 0, 1), 5e-9);
        assertEquals(0.07396126, weights.share(1, -1, 0), 5e-9);
        assertEquals(0.07396126, weights.share(0, 1, 1), 5e-9);
        assertEquals(0.07039128, weights.share(-1, 1, 1), 5e-9);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 1, 2", "1, 2, 3", "0.02, 0.02, 0.04", "1, 1, 20", "7, 1, 1"})
    void allDirectionsTogetherAreTheSphere(final double x, final double y, final double z) {
        final CroftonWeights weights = CroftonWeights.of(new VoxelSize(x, y, z));
        double sum = 0;
        for (int d = 0; d < LineDirections.COUNT; d++) {
            final int[] step = LineDirections.step(d);
            sum += weights.share(step[0], step[1], step[2]);
        }
        assertEquals(1, sum, 1e-12);
    }

    /** Shares by counting 4 million directions that are spread over the sphere. */
    @Test
    void longVoxelsHaveOtherWeights() {
        final CroftonWeights weights = CroftonWeights.of(new VoxelSize(1, 1, 2));
        assertEquals(0.12534, weights.share(1, 0, 0), 2e-5);
        assertEquals(0.03348, weights.share(0, 0, 1), 2e-5);
        assertEquals(0.11258, weights.share(1, 1, 0), 2e-5);
        assertEquals(0.05027, weights.share(1, 0, 1), 2e-5);
        assertEquals(0.07240, weights.share(1, 1, 1), 2e-5);
    }

    @Test
    void pixelsShareTheCircle() {
        final CroftonWeights square = CroftonWeights.ofSlice(VoxelSize.isotropic(1));
        assertEquals(0.25, square.share(1, 0, 0), 1e-12);
        assertEquals(0.25, square.share(1, 1, 0), 1e-12);
        final CroftonWeights long2 = CroftonWeights.ofSlice(new VoxelSize(2, 1, 1));
        assertEquals(1, long2.share(1, 0, 0) + long2.share(0, 1, 0) + 2 * long2.share(1, 1, 0), 1e-12);
        assertEquals(Math.atan(0.5) / Math.PI, long2.share(1, 0, 0), 1e-12);
    }

    @Test
    void otherDirectionsHaveNoWeight() {
        assertThrows(IllegalArgumentException.class,
            () -> CroftonWeights.of(VoxelSize.isotropic(1)).share(2, 1, 0));
    }
}
