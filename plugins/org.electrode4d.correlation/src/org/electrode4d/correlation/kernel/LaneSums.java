// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

/**
 * The voxel loops: sums over chunks, for every place (lane) of a chunk on its own, so that a loop has neither a
 * reduction nor a branch and becomes vector instructions. Few arrays per loop: the compiler gives up on larger ones.
 */
final class LaneSums {

    private LaneSums() {
    }

    static void add(final float[] a, final float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += a[i];
        }
    }

    static void multiply(final float[] a, final float[] b, final float[] product) {
        for (int i = 0; i < product.length; i++) {
            product[i] = a[i] * b[i];
        }
    }

    static void addProduct(final float[] a, final float[] b, final float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += a[i] * b[i];
        }
    }

    /** Sums of g, g g and f g. */
    static void addGreys(final float[] g, final float[] f, final float[] sumG, final float[] sumGg,
        final float[] sumFg) {
        for (int i = 0; i < sumG.length; i++) {
            final float grey = g[i];
            sumG[i] += grey;
            sumGg[i] += grey * grey;
            sumFg[i] += grey * f[i];
        }
    }

    /** Sums of a, plain and times the number of the chunk. */
    static void addFirst(final float[] a, final float number, final float[] sum, final float[] numbered) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += a[i];
            numbered[i] += number * a[i];
        }
    }

    /** Sums of a b, plain and times the number of the chunk. */
    static void addFirst(final float[] a, final float[] b, final float number, final LaneMoments sums) {
        final float[] sum = sums.plain;
        final float[] numbered = sums.numbered;
        for (int i = 0; i < sum.length; i++) {
            final float product = a[i] * b[i];
            sum[i] += product;
            numbered[i] += number * product;
        }
    }

    /** Sums of a b, plain, times the number of the chunk, and times its square. */
    static void addSecond(final float[] a, final float[] b, final float number, final LaneMoments sums) {
        final float[] sum = sums.plain;
        final float[] numbered = sums.numbered;
        final float[] squared = sums.squared;
        for (int i = 0; i < sum.length; i++) {
            final float product = a[i] * b[i];
            final float times = number * product;
            sum[i] += product;
            numbered[i] += times;
            squared[i] += number * times;
        }
    }

    static void subtract(final float[] values, final float constant) {
        for (int i = 0; i < values.length; i++) {
            values[i] -= constant;
        }
    }
}
