// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import java.util.Arrays;

/**
 * Cubic B-spline interpolation of gathered points: sixteen lines of four coefficients each, along x, then y, then z.
 * The loops are small, because the compiler vectorises few arrays at a time.
 */
final class CubicLines {

    /** Arrays of scratch: twelve of weights, and four. */
    static final int ROOMS = 16;
    private static final float SCALE = 1f / 216;

    private final GatheredLines gathered;
    private final int count;
    private final float[][] alongX;
    private final float[][] alongY;
    private final float[][] alongZ;

    CubicLines(final GatheredLines gathered, final int count) {
        this.gathered = gathered;
        this.count = count;
        alongX = weights(gathered.u, 0);
        alongY = weights(gathered.v, 4);
        alongZ = weights(gathered.w, 8);
    }

    /** Six times the values of the four basis functions around every point. */
    private float[][] weights(final float[] part, final int room) {
        final float[][] weights = Arrays.copyOfRange(gathered.scratch, room, room + 4);
        weights(part, weights, count);
        return weights;
    }

    private static void weights(final float[] part, final float[][] weights, final int count) {
        final float[] first = weights[0];
        final float[] second = weights[1];
        final float[] third = weights[2];
        final float[] fourth = weights[3];
        for (int i = 0; i < count; i++) {
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
        final float[] line = gathered.scratch[12];
        final float[] plane = gathered.scratch[13];
        final float[] first = gathered.scratch[14];
        final float[] second = gathered.scratch[15];
        for (int z = 0; z < 4; z++) {
            Arrays.fill(plane, 0, count, 0);
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

    private void combine(final float[] a, final float[] b, final float[] weightA, final float[] weightB,
        final float[] sum) {
        for (int i = 0; i < count; i++) {
            sum[i] = weightA[i] * a[i] + weightB[i] * b[i];
        }
    }

    private void add(final float[] a, final float[] b, final float[] weightA, final float[] weightB,
        final float[] sum) {
        for (int i = 0; i < count; i++) {
            sum[i] += weightA[i] * a[i] + weightB[i] * b[i];
        }
    }

    private void add(final float[] a, final float[] weight, final float[] sum) {
        for (int i = 0; i < count; i++) {
            sum[i] += weight[i] * a[i];
        }
    }
}
