// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

import java.util.Arrays;

/**
 * The gradient of the grey values of a patch, in grey values per voxel: central differences along the axis, weighted
 * (1, 2, 1) / 4 along the two others. Plain differences amplify noise, and what noise adds to the Gauss-Newton matrix
 * scatters the result and shortens every step; the weights take six sevenths of it away. Computed once per patch,
 * O(voxels); NaN on the faces of the patch and beside holes, diagonal neighbours included.
 */
final class Gradient {

    final float[] x;
    final float[] y;
    final float[] z;
    private final float[] v;
    private final int nx;
    private final int ny;
    private final int nz;
    private final int plane;

    private Gradient(final Patch patch) {
        v = patch.values();
        nx = patch.block().sizeX();
        ny = patch.block().sizeY();
        nz = patch.block().sizeZ();
        plane = nx * ny;
        x = new float[v.length];
        y = new float[v.length];
        z = new float[v.length];
    }

    static Gradient of(final Patch patch) {
        final Gradient gradient = new Gradient(patch);
        gradient.compute();
        return gradient;
    }

    private void compute() {
        Arrays.fill(x, Float.NaN);
        Arrays.fill(y, Float.NaN);
        Arrays.fill(z, Float.NaN);
        final float[] smoothZ = new float[plane];
        final float[] smoothYz = new float[plane];
        final float[] smoothXz = new float[plane];
        final float[][] smoothXy = new float[3][plane];
        final float[] smoothX = new float[plane];
        for (int k = 0; k < nz; k++) {
            smooth(v, k * plane, 1, smoothX);
            smooth(smoothX, 0, nx, smoothXy[k % 3]);
            if (k >= 2) {
                difference(smoothXy[(k - 2) % 3], smoothXy[k % 3], z, (k - 1) * plane);
            }
            if (k >= 1 && k < nz - 1) {
                smoothAcross(k, smoothZ);
                smooth(smoothZ, 0, nx, smoothYz);
                difference(smoothYz, 1, x, k * plane);
                smooth(smoothZ, 0, 1, smoothXz);
                difference(smoothXz, nx, y, k * plane);
            }
        }
    }

    /** Weights 1, 2, 1 of voxels {@code step} apart in one plane; the first and the last are without meaning. */
    private void smooth(final float[] from, final int offset, final int step, final float[] to) {
        for (int i = step; i < plane - step; i++) {
            to[i] = 0.25f * (from[offset + i - step] + from[offset + i + step]) + 0.5f * from[offset + i];
        }
    }

    private void smoothAcross(final int k, final float[] to) {
        final int below = (k - 1) * plane;
        for (int i = 0; i < plane; i++) {
            to[i] = 0.25f * (v[below + i] + v[below + 2 * plane + i]) + 0.5f * v[below + plane + i];
        }
    }

    /** Central differences within a plane. */
    private void difference(final float[] from, final int step, final float[] to, final int offset) {
        for (int i = step; i < plane - step; i++) {
            to[offset + i] = 0.5f * (from[i + step] - from[i - step]);
        }
    }

    /** Differences of the planes before and after. */
    private void difference(final float[] before, final float[] after, final float[] to, final int offset) {
        for (int i = 0; i < plane; i++) {
            to[offset + i] = 0.5f * (after[i] - before[i]);
        }
    }
}
