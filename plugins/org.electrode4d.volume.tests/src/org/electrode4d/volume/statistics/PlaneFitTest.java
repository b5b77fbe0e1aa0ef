// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class PlaneFitTest {

    private static final int NX = 20;
    private static final int NY = 12;

    /** z = 20 + x / 4 in voxels. */
    private static float[] tilted() {
        final float[] heights = new float[NX * NY];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = 20 + i % NX * 0.25f;
        }
        return heights;
    }

    private static PlaneFit fit(final float[] heights) {
        return PlaneFit.of(HeightMap.alike(heights, NX, new VoxelSize(1, 1, 3)), 3);
    }

    @Test
    void anExactPlaneIsFoundInMicrometres() {
        final PlaneFit fit = fit(tilted());
        assertEquals(0, fit.normal().distance(new Point(-0.6, 0, 0.8)), 1e-9);
        assertEquals(0, fit.centroid().distance(new Point(9.5, 5.5, 3 * (20 + 9.5 / 4))), 1e-9);
        assertEquals(0, fit.roughness(), 1e-9);
        assertEquals(NX * NY, fit.points());
    }

    @Test
    void whatIsFarFromThePlaneIsLeftOut() {
        final float[] heights = tilted();
        for (int row = 0; row < NY; row++) {
            heights[row * NX + 7 * row % NX] += 3;
        }
        final PlaneFit fit = fit(heights);
        assertEquals(0, fit.normal().distance(new Point(-0.6, 0, 0.8)), 1e-9);
        assertEquals(1.0 / NX, fit.outliers(), 1e-12);
    }

    @Test
    void columnsCountByTheirWeights() {
        final float[] heights = {0, 0, 0, 0, 0, 0, 0, 0, 0.25f};
        final float[] weights = {1, 1, 1, 1, 1, 1, 1, 1, 0};
        final PlaneFit fit = PlaneFit.of(new HeightMap(heights, weights, 3, VoxelSize.isotropic(1)), 3);
        assertEquals(0, fit.normal().distance(new Point(0, 0, 1)), 1e-9);
        assertEquals(0, fit.centroid().z(), 1e-12);
    }

    @Test
    void noPlaneGoesThroughALineOrTooFewPoints() {
        final float[] diagonal = new float[NX * NY];
        Arrays.fill(diagonal, Float.NaN);
        for (int i = 0; i < NY; i++) {
            diagonal[i * NX + i] = i;
        }
        assertTrue(fit(diagonal).isLine());
        Arrays.fill(diagonal, 2 * NX, diagonal.length, Float.NaN);
        assertEquals(2, fit(diagonal).points());
        assertFalse(fit(tilted()).isLine());
    }
}
