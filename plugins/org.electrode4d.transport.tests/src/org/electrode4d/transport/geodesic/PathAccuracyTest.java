// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeFace;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How fast lengths converge to those of the continuum; the orders are in the report of the tests. */
class PathAccuracyTest {

    /** Around the corners of the walls, straight in between, without the half voxels at both ends. */
    private static double aroundBaffles(final double voxel) {
        return 16 + 4 * 2 + 3 * Math.hypot(14, 32) + 14 - voxel;
    }

    private static double baffleError(final PathMetric metric, final int refinement) {
        final GeodesicPaths paths = GeodesicPaths.of(PoreBodies.baffles(1, refinement), VolumeFace.FIRST_Z, metric,
            Progress.NONE);
        return paths.shortestPath(paths.slices() - 1).orElseThrow().length() / aroundBaffles(1.0 / refinement) - 1;
    }

    @ParameterizedTest
    @CsvSource({"FAST_MARCHING, 0.014, 0.9", "FAST_MARCHING_SECOND_ORDER, 0.0093, 0.98"})
    void lengthsAroundCornersConvergeFromAbove(final PathMetric metric, final double largest, final double order,
        final TestReporter reporter) {
        final double coarse = baffleError(metric, 4);
        final double fine = baffleError(metric, 8);
        final double measured = Math.log(coarse / fine) / Math.log(2);
        reporter.publishEntry(metric.title() + ", baffles",
            String.format(Locale.ROOT, "error %.4f, %.4f; order %.3f", coarse, fine, measured));
        assertTrue(fine > 0 && coarse < largest, "error " + coarse);
        assertTrue(measured > order, "order " + measured);
    }

    /** Steps between neighbours do not converge: their lengths keep the shape of the grid. */
    @Test
    void stepsDoNotConverge() {
        assertEquals(0.0626, baffleError(PathMetric.CORNERS, 4), 1e-4);
        assertEquals(0.0614, baffleError(PathMetric.CORNERS, 8), 1e-4);
        assertEquals(0.235, baffleError(PathMetric.FACES, 8), 1e-3);
    }

    /** The largest error of distances from a point, within a cone around the axis and 1 µm. */
    private static double pointError(final PathMetric metric, final int voxels) {
        final int width = 2 * voxels + 1;
        final Volume mask = PoreBodies.of(new Shape(width, width, voxels + 1L), VoxelSize.isotropic(1.0 / voxels),
            (x, y, z) -> z > 0 || x == voxels && y == voxels);
        final float[] length = PoreBodies.read(GeodesicPaths.of(mask, VolumeFace.FIRST_Z, metric, Progress.NONE)
            .length());
        double largest = 0;
        for (int i = width * width; i < length.length; i++) {
            final int x = i % width - voxels;
            final int y = i / width % width - voxels;
            final int z = i / width / width;
            final double exact = Math.sqrt(x * x + y * y + z * z) / voxels;
            if (exact <= 1 && z >= Math.max(Math.abs(x), Math.abs(y))) {
                largest = Math.max(largest, Math.abs(length[i] - exact));
            }
        }
        return largest;
    }

    @ParameterizedTest
    @CsvSource({"FAST_MARCHING, 0.068, 0.75", "FAST_MARCHING_SECOND_ORDER, 0.035, 0.98"})
    void distancesFromAPointConverge(final PathMetric metric, final double largest, final double order,
        final TestReporter reporter) {
        final double coarse = pointError(metric, 16);
        final double fine = pointError(metric, 32);
        final double measured = Math.log(coarse / fine) / Math.log(2);
        reporter.publishEntry(metric.title() + ", point",
            String.format(Locale.ROOT, "error %.4f, %.4f; order %.3f", coarse, fine, measured));
        assertTrue(fine < largest, "error " + fine);
        assertTrue(measured > order, "order " + measured);
    }

    /** The longest that a path of 26 steps can be, of {@code a + (sqrt 2 - 1) b + (sqrt 3 - sqrt 2) c}. */
    @Test
    void pathsOf26StepsAreAtMostAnEighthTooLong() {
        assertEquals(0.1281, pointError(PathMetric.CORNERS, 32), 0.0015);
    }
}
