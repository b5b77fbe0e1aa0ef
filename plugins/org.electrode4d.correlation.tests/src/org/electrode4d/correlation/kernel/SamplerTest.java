// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;

final class SamplerTest {

    private interface Grey {
        double at(double x, double y, double z);
    }

    private static Patch patch(final int nx, final int ny, final int nz, final Grey grey) {
        final float[] values = new float[nx * ny * nz];
        for (int z = 0; z < nz; z++) {
            for (int y = 0; y < ny; y++) {
                for (int x = 0; x < nx; x++) {
                    values[(z * ny + y) * nx + x] = (float)grey.at(x, y, z);
                }
            }
        }
        return Patch.of(new Block(0, 0, 0, nx, ny, nz), values);
    }

    private static CubicSampler cubic(final Patch patch) {
        return new CubicSampler(SplineCoefficients.of(patch, Progress.NONE));
    }

    private static float[] row(final RowSampler sampler, final double... startAndStep) {
        final float[] values = new float[4];
        sampler.sample(Arrays.copyOf(startAndStep, 3), Arrays.copyOfRange(startAndStep, 3, 6), 0, 4, values);
        return values;
    }

    @Test
    void splinePassesThroughTheVoxels() {
        final Random random = new Random(1);
        final Patch patch = patch(5, 70, 6, (x, y, z) -> random.nextInt(1000));
        final CubicSampler sampler = cubic(patch);
        for (int y = 0; y < 70; y++) {
            for (int z = 0; z < 6; z++) {
                final float[] expected = Arrays.copyOfRange(patch.values(), patch.index(0, y, z),
                    patch.index(0, y, z) + 4);
                assertArrayEquals(expected, row(sampler, 0, y, z, 1, 0, 0), 2e-3f);
            }
        }
        assertEquals(patch.values()[patch.index(4, 69, 5)], row(sampler, 4, 69, 5, 0, 0, 0)[0], 2e-3);
    }

    @Test
    void trilinearIsExactForLinearGreys() {
        final Patch patch = patch(6, 5, 4, (x, y, z) -> 3 * x - 2 * y + 7 * z);
        final float[] values = row(new TrilinearSampler(patch), 0.25, 1.5, 2.75, 1, 0.5, 0.05);
        for (int i = 0; i < 4; i++) {
            assertEquals(3 * (0.25 + i) - 2 * (1.5 + 0.5 * i) + 7 * (2.75 + 0.05 * i), values[i], 1e-5);
        }
    }

    @Test
    void splineFollowsSmoothGreysAHundredTimesCloserThanLinear() {
        final Grey wave = (x, y, z) -> Math.sin(0.5 * x + 0.2) * Math.cos(0.4 * y) * Math.cos(0.45 * z + 1);
        final Patch patch = patch(40, 41, 42, wave);
        double cubicError = 0;
        double linearError = 0;
        for (int y = 15; y < 25; y++) {
            final float[] spline = row(cubic(patch), 18.37, y + 0.4, 20.6, 0.9, 0.1, -0.2);
            final float[] linear = row(new TrilinearSampler(patch), 18.37, y + 0.4, 20.6, 0.9, 0.1, -0.2);
            for (int i = 0; i < 4; i++) {
                final double exact = wave.at(18.37 + 0.9 * i, y + 0.4 + 0.1 * i, 20.6 - 0.2 * i);
                cubicError = Math.max(cubicError, Math.abs(spline[i] - exact));
                linearError = Math.max(linearError, Math.abs(linear[i] - exact));
            }
        }
        assertTrue(cubicError < 5e-4 && linearError > 20 * cubicError, cubicError + " " + linearError);
    }

    @Test
    void bentRowsAreSampledPointByPoint() {
        final Random random = new Random(3);
        final CubicSampler sampler = cubic(patch(40, 9, 30, (x, y, z) -> random.nextInt(1000)));
        final double[][] points = new double[3][38];
        for (int i = 0; i < 38; i++) {
            points[0][i] = 0.4 + i + Math.sin(0.3 * i);
            points[1][i] = 4 + 0.004 * (i - 19) * (i - 19);
            points[2][i] = i == 20 ? Double.NaN : 0.8 * i;
        }
        final float[] values = new float[50];
        final SplineRuns runs = new SplineRuns(sampler, 38, values);
        runs.add(points, 38, 7);
        runs.flush();
        final float[] single = new float[1];
        for (int i = 0; i < 38; i++) {
            final double[] point = {points[0][i], points[1][i], points[2][i]};
            if (point[2] <= 29) {
                sampler.sample(point, new double[] {1, 0, 0}, 0, 1, single);
                assertEquals(single[0], values[7 + i], 2e-3);
            } else {
                assertTrue(Float.isNaN(values[7 + i]));
            }
        }
        assertEquals(0, values[6] + values[45]);
    }

    @Test
    void aHaloOfTwelveVoxelsMakesPatchesAgree() {
        final Random random = new Random(2);
        final float[] noise = new float[60 * 8 * 8];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextFloat() * 60000;
        }
        final Patch whole = Patch.of(new Block(0, 0, 0, 60, 8, 8), noise);
        final float[] cut = new float[(8 + 2 * SplineCoefficients.HALO) * 64];
        final int width = 8 + 2 * SplineCoefficients.HALO;
        for (int line = 0; line < 64; line++) {
            System.arraycopy(noise, line * 60 + 13, cut, line * width, width);
        }
        final Patch part = Patch.of(new Block(13, 0, 0, width, 8, 8), cut);
        assertArrayEquals(row(cubic(whole), 26.3, 3.3, 4.1, 1, 0, 0), row(cubic(part), 13.3, 3.3, 4.1, 1, 0, 0),
            0.02f);
    }

    @Test
    void besideAHoleBothSamplersGiveNaN() {
        final Patch patch = patch(8, 8, 8, (x, y, z) -> x == 3 && y == 3 && z == 3 ? Double.NaN : x);
        for (final RowSampler sampler : new RowSampler[] {new TrilinearSampler(patch), cubic(patch)}) {
            final float[] values = row(sampler, 1.5, 3.2, 3.2, 1, 0, 0);
            assertEquals(1.5, values[0], 0.5);
            assertTrue(Float.isNaN(values[1]) && Float.isNaN(values[2]));
            assertEquals(4.5, values[3], 0.5);
        }
    }
}
