// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;

/** Rows in a batch have the values of rows on their own. */
final class RowBatchTest {

    private static final int N = 40;
    private static final int ROWS = 120;
    private static final int POINTS = 25;
    /** From rows along an axis to rows that change the voxel with every point. */
    private static final List<double[]> STEPS = List.of(new double[] {1, 0, 0}, new double[] {1.03, 0.01, -0.02},
        new double[] {0.9, -0.06, 0.05}, new double[] {0.7, 0.6, -0.4}, new double[] {-0.5, 1.2, 0});

    private static Patch patch(final boolean holes) {
        final Random random = new Random(3);
        final float[] values = new float[N * N * N];
        for (int i = 0; i < values.length; i++) {
            values[i] = holes && random.nextInt(500) == 0 ? Float.NaN : random.nextFloat();
        }
        return Patch.of(new Block(0, 0, 0, N, N, N), values);
    }

    private static double[] start(final int row, final double[] step) {
        final double[] start = new double[3];
        for (int i = 0; i < 3; i++) {
            final double room = N - 1 - Math.abs(step[i]) * (POINTS - 1);
            final double part = (row * 0.37 + i * 0.21) % 1;
            start[i] = part * room + Math.max(0, -step[i] * (POINTS - 1));
        }
        return start;
    }

    private static void compare(final RowSampler sampler) {
        for (final double[] step : STEPS) {
            final float[] together = new float[ROWS * POINTS];
            final float[] alone = new float[ROWS * POINTS];
            final RowBatch batch = sampler.batch(together);
            for (int row = 0; row < ROWS; row++) {
                final int at = row * POINTS;
                final double[] start = start(row, step);
                for (int i = 0; i < 3; i++) {
                    start[i] -= at * step[i];
                }
                sampler.sample(start, step, at, at + POINTS, alone);
                batch.add(start, step, at, at + POINTS);
            }
            batch.flush();
            assertArrayEquals(alone, together, 2e-4f);
        }
    }

    @Test
    void trilinear() {
        compare(new TrilinearSampler(patch(false)));
    }

    @Test
    void cubic() {
        compare(new CubicSampler(SplineCoefficients.of(patch(false), Progress.NONE)));
    }

    @Test
    void withHoles() {
        compare(new TrilinearSampler(patch(true)));
        compare(new CubicSampler(SplineCoefficients.of(patch(true), Progress.NONE)));
    }

    @Test
    void aBatchTakesAnotherStepAtAnyTime() {
        final float[] values = new float[20];
        final TrilinearSampler sampler = new TrilinearSampler(Patch.of(new Block(0, 0, 0, N, 2, 2), ramp()));
        final RowBatch batch = sampler.batch(values);
        batch.add(new double[] {0, 0.5, 0.5}, new double[] {1, 0, 0}, 0, 10);
        batch.add(new double[] {-5, 0.5, 0.5}, new double[] {1.5, 0, 0}, 10, 20);
        batch.flush();
        for (int i = 0; i < 10; i++) {
            assertEquals(i, values[i], 1e-4);
            assertEquals(10 + 1.5 * i, values[10 + i], 1e-4);
        }
    }

    private static float[] ramp() {
        final float[] values = new float[N * 4];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % N;
        }
        return values;
    }
}
