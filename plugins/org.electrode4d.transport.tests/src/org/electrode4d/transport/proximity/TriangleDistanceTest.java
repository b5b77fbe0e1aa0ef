// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.proximity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.surface.TriangleSurface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriangleDistanceTest {

    private static final float[] TRIANGLE = {0, 0, 0, 4, 0, 0, 0, 3, 0};

    private static double squared(final float[] corners, final double x, final double y, final double z) {
        return new TriangleDistance(corners).squared(0, 3, 6, x, y, z);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 5, 25", // above the inside
        "1, 1, -2, 4",
        "1, 1, 0, 0",
        "-3, -4, 0, 25", // beyond each corner
        "6, -1, 2, 9",
        "-1, 7, 2, 21",
        "2, -3, 4, 25", // beyond each edge
        "-2, 1, 0, 4",
        "4, 3, 0, 5.76"})
    void everyPartOfATriangleCanBeNearest(final double x, final double y, final double z, final double expected) {
        assertEquals(expected, squared(TRIANGLE, x, y, z), 1e-12);
        assertEquals(expected, squared(new float[] {4, 0, 0, 0, 3, 0, 0, 0, 0}, x, y, z), 1e-12);
        assertEquals(expected, squared(new float[] {0, 3, 0, 4, 0, 0, 0, 0, 0}, x, y, z), 1e-12);
    }

    @Test
    void trianglesMayShrinkToLinesAndPoints() {
        for (final float[] line : new float[][] {{0, 0, 0, 0, 0, 0, 4, 0, 0}, {0, 0, 0, 4, 0, 0, 4, 0, 0},
            {4, 0, 0, 0, 0, 0, 4, 0, 0}, {1, 0, 0, 0, 0, 0, 4, 0, 0}, {0, 0, 0, 4, 0, 0, 3, 0, 0}}) {
            assertEquals(4, squared(line, 3.5, 2, 0), 1e-12);
            assertEquals(5, squared(line, 6, 0, 1), 1e-12);
            assertEquals(2, squared(line, -1, 1, 0), 1e-12);
        }
        assertEquals(14, squared(new float[] {1, 1, 1, 1, 1, 1, 1, 1, 1}, 2, 3, 4), 1e-12);
    }

    @Test
    void originsOfSurfacesCount() {
        final TriangleSurface low = new TriangleSurface(new Point(0, 0, 100), TRIANGLE, new int[] {0, 1, 2});
        final TriangleSurface high = new TriangleSurface(new Point(0, 0, 107), TRIANGLE, new int[] {0, 1, 2});
        for (final float distance : SurfaceDistances.of(low, high, Progress.NONE)) {
            assertEquals(7, distance, 1e-6);
        }
    }
}
