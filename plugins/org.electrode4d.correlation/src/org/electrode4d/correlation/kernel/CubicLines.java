// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import java.util.Arrays;

/**
 * Cubic B-spline interpolation of gathered points: sixteen lines of four coefficients each, along x, then y, then z. The
 * loops are small, because the compiler vectorises few arrays at a time.
 */
final class CubicLines {

    private static final float SCALE = 1f / 216;

    private final GatheredLines gathered;
    private final int count;
    private final float[][] alongX;
    private final float[][] alongY;
    private final float[][] alongZ;

    CubicLines(final GatheredLines gathered, final int count) {
        this.gathered = gathered;
        this.count = count;
        alongX = weights(gathered.u);
        alongY = weights(gathered.v);
        alongZ = weights(gathered.w);
    }

    /** Six times the values of the four basis functions around every point. */
    private float[][] weights(final float[] part) {
        final float[][] weights = new float[4][count];
        weights(part, weights[0], weights[1], weights[2], weights[3]);
        return weights;
    }

    private static void weights(final float[] part, final float[] first, final float[] second, final float[] third,
        final float[] fourth) {
        for (int i = 0; i < first.length; i++) {
            final float u = part[i];
            final float rest = 1 - u;
            final float a0 = rest * rest * rest;
            final float a1 = 4 + u * u * (3 * u - 6);
            final float a3 = u * u * u;
            first[i] = a0;
            second[i] = a1;
            third[i] = 6 - a0 - a1 - a3;
            fourth[i] = a3;
        }
    }

    /** @param values zero before */
    void interpolate(final float[] values) {
        final float[] line = new float[count];
        final float[] plane = new float[count];
        final float[] first = new float[count];
        final float[] second = new float[count];
        for (int z = 0; z < 4; z++) {
            Arrays.fill(plane, 0);
            for (int y = 0; y < 4; y++) {
                gathered.moved(4 * z + y, 1, count, first);
                combine(gathered.lines[4 * z + y], first, alongX[0], alongX[1], line);
                gathered.moved(4 * z + y, 2, count, first);
                gathered.moved(4 * z + y, 3, count, second);
                add(first, second, alongX[2], alongX[3], line);
                add(line, alongY[y], plane);
            }
            add(plane, alongZ[z], values);
        }
        for (int i = 0; i < count; i++) {
            values[i] *= SCALE;
        }
    }

    private static void combine(final float[] a, final float[] b, final float[] weightA, final float[] weightB,
        final float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] = weightA[i] * a[i] + weightB[i] * b[i];
        }
    }

    private static void add(final float[] a, final float[] b, final float[] weightA, final float[] weightB,
        final float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weightA[i] * a[i] + weightB[i] * b[i];
        }
    }

    private void add(final float[] a, final float[] weight, final float[] sum) {
        for (int i = 0; i < count; i++) {
            sum[i] += weight[i] * a[i];
        }
    }
}
