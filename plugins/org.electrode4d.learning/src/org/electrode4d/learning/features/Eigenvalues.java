// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.features;

/**
 * Eigenvalues of a symmetric tensor per voxel, the largest first, without branches, so that the loops are vectorised.
 *
 * <p>In three dimensions the closed form of Smith (Communications of the ACM 4, 168, 1961): with the mean {@code q} of
 * the diagonal, {@code p² = tr((A - q)²) / 6} and {@code r = det(A - q) / (2 p³) = cos t} they are
 * {@code q + 2 p cos(t / 3)}, {@code q - 2 p cos((pi - t) / 3)}, and what is left of the trace. {@code cos(t / 3)} is
 * {@code C(cos(t / 2))}, with a function C that is smooth over 0 to 1 and here a polynomial, to 1.2e-7. Two equal
 * eigenvalues come out some 1e-3 p apart: the root of the rounding of {@code r}.
 */
final class Eigenvalues {

    private static final float C0 = 0.5f;
    private static final float C1 = 0.5773472f;
    private static final float C2 = -0.11104324f;
    private static final float C3 = 0.052869108f;
    private static final float C4 = -0.030313063f;
    private static final float C5 = 0.01615949f;
    private static final float C6 = -0.0061699497f;
    private static final float C7 = 0.001150429f;
    /** Keeps the quotient finite where all eigenvalues are the same. */
    private static final float TINY = 1e-30f;

    private Eigenvalues() {
    }

    /** @param tensor xx, yy, xy of every voxel; the first two receive the eigenvalues */
    static void planar(final float[][] tensor) {
        final float[] xx = tensor[0];
        final float[] yy = tensor[1];
        final float[] xy = tensor[2];
        for (int i = 0; i < xx.length; i++) {
            final float mean = 0.5f * (xx[i] + yy[i]);
            final float half = 0.5f * (xx[i] - yy[i]);
            final float root = (float)Math.sqrt(half * half + xy[i] * xy[i]);
            xx[i] = mean + root;
            yy[i] = mean - root;
        }
    }

    /** @param tensor xx, yy, zz, xy, xz, yz of every voxel; the first three receive the eigenvalues */
    static void spatial(final float[][] tensor) {
        final float[] xx = tensor[0];
        final float[] yy = tensor[1];
        final float[] zz = tensor[2];
        final float[] xy = tensor[3];
        final float[] xz = tensor[4];
        final float[] yz = tensor[5];
        for (int i = 0; i < xx.length; i++) {
            final float q = (xx[i] + yy[i] + zz[i]) * (1 / 3f);
            final float a = xx[i] - q;
            final float b = yy[i] - q;
            final float c = zz[i] - q;
            final float d = xy[i];
            final float e = xz[i];
            final float f = yz[i];
            final float p2 = (a * a + b * b + c * c + 2 * (d * d + e * e + f * f)) * (1 / 6f);
            final float p = (float)Math.sqrt(p2);
            final float det = a * (b * c - f * f) - d * (d * c - f * e) + e * (d * f - b * e);
            final float r = Math.max(-1f, Math.min(1f, det / (2 * p2 * p + TINY)));
            final float u = (float)Math.sqrt(0.5f * (1 + r));
            final float v = (float)Math.sqrt(0.5f * (1 - r));
            final float cu = C0 + u * (C1 + u * (C2 + u * (C3 + u * (C4 + u * (C5 + u * (C6 + u * C7))))));
            final float cv = C0 + v * (C1 + v * (C2 + v * (C3 + v * (C4 + v * (C5 + v * (C6 + v * C7))))));
            xx[i] = q + 2 * p * cu;
            yy[i] = q - 2 * p * (cu - cv);
            zz[i] = q - 2 * p * cv;
        }
    }
}
