// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.electrode4d.volume.Block;
import org.junit.jupiter.api.Test;

/** Sums against their definition, voxel by voxel. */
final class WindowSumsTest {

    private static final int N = 14;
    private static final double[] CENTRE = {6, 7, 5.5};
    private static final Block BOX = new Block(2, 1, 3, 9, 11, 7);
    private static final double SHIFT = 90;
    private static final double SHIFT_G = 40;

    private static Patch noise(final long seed, final boolean holes) {
        final Random random = new Random(seed);
        final float[] values = new float[N * N * N];
        for (int i = 0; i < values.length; i++) {
            values[i] = holes && random.nextInt(60) == 0 ? Float.NaN : random.nextInt(200);
        }
        return Patch.of(new Block(0, 0, 0, N, N, N), values);
    }

    /** F row-major, then u. */
    private static double[] map(final double ux) {
        return new double[] {1.02, 0.03, 0, -0.02, 0.97, 0.01, 0.04, 0, 1.05, ux, 0.3, -0.6};
    }

    private static final class Definition {
        private double count;
        private double f;
        private double ff;
        private double g;
        private double gg;
        private double fg;
        private final double[] gradient = new double[12];
        private final double[] weighted = new double[12];
        private final double[] crossed = new double[12];
        private final double[][] matrix = new double[12][12];
        private final Patch patch;

        Definition(final Patch reference) {
            patch = reference;
        }

        private double grey(final int x, final int y, final int z) {
            return patch.values()[patch.index(x, y, z)];
        }

        private static double weight(final int distance) {
            return distance == 0 ? 0.5 : 0.25;
        }

        void add(final int x, final int y, final int z, final double value) {
            final double[] slope = new double[3];
            for (int i = 0; i < 27; i++) {
                final int[] d = {i % 3 - 1, i / 3 % 3 - 1, i / 9 - 1};
                for (int axis = 0; axis < 3; axis++) {
                    slope[axis] += d[axis] / 2.0 * weight(d[(axis + 1) % 3]) * weight(d[(axis + 2) % 3])
                        * grey(x + d[0], y + d[1], z + d[2]);
                }
            }
            final double[] at = {x - CENTRE[0], y - CENTRE[1], z - CENTRE[2], 1};
            final double from = grey(x, y, z) - SHIFT;
            if (Double.isNaN(from + slope[0] + slope[1] + slope[2] + value)) {
                return;
            }
            count++;
            f += from;
            ff += from * from;
            g += value;
            gg += value * value;
            fg += from * value;
            for (int m = 0; m < 12; m++) {
                final double descent = slope[m / 4] * at[m % 4];
                gradient[m] += descent;
                weighted[m] += descent * from;
                crossed[m] += descent * value;
                for (int p = 0; p < 12; p++) {
                    matrix[m][p] += descent * slope[p / 4] * at[p % 4];
                }
            }
        }
    }

    private static void assertClose(final double[] expected, final double[] actual) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 3e-5 * Math.abs(expected[i]) + 0.5, "entry " + i);
        }
    }

    private static void compare(final Patch reference, final Patch deformed, final double[] map) {
        final WindowSums window = new WindowSums(reference, BOX, CENTRE, SHIFT);
        final ReferenceSums whole = window.reference();
        final TrilinearSampler sampler = new TrilinearSampler(deformed);
        final TargetSums sums = window.target(whole, map, sampler, SHIFT_G);
        final Definition alone = new Definition(reference);
        final Definition both = new Definition(reference);
        for (int z = (int)BOX.minZ(); z < BOX.endZ(); z++) {
            for (int y = (int)BOX.minY(); y < BOX.endY(); y++) {
                for (int x = (int)BOX.minX(); x < BOX.endX(); x++) {
                    alone.add(x, y, z, 0);
                    final double[] p = new double[3];
                    for (int i = 0; i < 3; i++) {
                        p[i] = CENTRE[i] + map[9 + i] + map[3 * i] * (x - CENTRE[0])
                            + map[3 * i + 1] * (y - CENTRE[1]) + map[3 * i + 2] * (z - CENTRE[2]);
                    }
                    final boolean inside = Math.min(p[0], Math.min(p[1], p[2])) >= 0
                        && Math.max(p[0], Math.max(p[1], p[2])) <= N - 1;
                    both.add(x, y, z, inside ? sampler.at(p[0], p[1], p[2]) - SHIFT_G : Double.NaN);
                }
            }
        }
        assertEquals(alone.count, whole.count());
        assertClose(alone.gradient, whole.gradient());
        for (int m = 0; m < 12; m++) {
            for (int p = 0; p < 12; p++) {
                assertEquals(alone.matrix[m][p], whole.matrix(m, p), 1e-5 * alone.matrix[m][m] + 1, m + ", " + p);
            }
        }
        assertEquals(both.count, sums.count());
        assertClose(new double[] {both.f, both.ff, both.g, both.gg, both.fg},
            new double[] {sums.f(), sums.ff(), sums.g(), sums.gg(), sums.fg()});
        assertClose(both.gradient, sums.gradient());
        assertClose(both.weighted, sums.weighted());
        assertClose(both.crossed, sums.crossed());
    }

    @Test
    void allInside() {
        compare(noise(1, false), noise(2, false), map(0.4));
    }

    @Test
    void aThirdOutside() {
        compare(noise(3, false), noise(4, false), map(5.3));
        compare(noise(3, false), noise(4, false), map(-7.3));
    }

    @Test
    void altogetherOutside() {
        compare(noise(3, false), noise(4, false), map(40));
    }

    @Test
    void withHolesInBoth() {
        compare(noise(5, true), noise(6, true), map(3.2));
    }

    @Test
    void halvesAddUp() {
        final Patch patch = noise(7, false);
        final ReferenceSums left = new WindowSums(patch, new Block(2, 1, 3, 4, 11, 7), CENTRE, SHIFT).reference();
        final ReferenceSums right = new WindowSums(patch, new Block(6, 1, 3, 5, 11, 7), CENTRE, SHIFT).reference();
        final ReferenceSums whole = new WindowSums(patch, BOX, CENTRE, SHIFT).reference();
        assertArrayEquals(whole.gradient(), left.plus(right).gradient(), 0.1);
        assertEquals(whole.count(), left.plus(right).count());
    }

    /** The increment must be the direction and length in which the criterion's residual shrinks. */
    @Test
    void theIncrementFindsASmallMovement() {
        final float[] f = new float[N * N * N];
        final float[] g = new float[N * N * N];
        final double[] moved = {1e-3, -2e-3, 5e-4, 0.02, 0, 1.5e-3, 1e-3, -0.03, 2e-3, 0, -1e-3, 0.01};
        for (int i = 0; i < f.length; i++) {
            final double x = i % N - CENTRE[0];
            final double y = i / N % N - CENTRE[1];
            final double z = i / N / N - CENTRE[2];
            f[i] = (float)grey(x, y, z);
            g[i] = (float)(17 + 3 * grey(x + moved[0] * x + moved[1] * y + moved[2] * z + moved[3],
                y + moved[4] * x + moved[5] * y + moved[6] * z + moved[7],
                z + moved[8] * x + moved[9] * y + moved[10] * z + moved[11]));
        }
        final WindowSums window = new WindowSums(Patch.of(new Block(0, 0, 0, N, N, N), f), BOX, CENTRE, 0);
        final ReferenceSums whole = window.reference();
        final double[][] basis = new double[12][12];
        for (int i = 0; i < 12; i++) {
            basis[i][i] = 1;
        }
        final TargetSums sums = window.target(whole, new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0},
            new TrilinearSampler(Patch.of(new Block(0, 0, 0, N, N, N), g)), 0);
        final double[] found = NormalEquations.of(whole, basis, 0).orElseThrow().increment(sums);
        for (int i = 0; i < 12; i++) {
            assertEquals(moved[i], found[i], i % 4 == 3 ? 2e-3 : 4e-4, "parameter " + i);
        }
        assertTrue(sums.zncc() > 0.999);
    }

    private static double grey(final double x, final double y, final double z) {
        return 100 * (Math.sin(0.5 * x) * Math.cos(0.4 * y) + Math.sin(0.6 * y + 1) * Math.cos(0.5 * z)
            + Math.sin(0.45 * z) * Math.cos(0.35 * x + 2));
    }
}
