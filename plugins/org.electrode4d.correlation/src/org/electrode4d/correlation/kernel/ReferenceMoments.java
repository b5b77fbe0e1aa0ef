// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

/**
 * The sums of the reference alone, over chunks: those of its grey values and gradient, and the six products of gradient
 * components up to second order in the coordinates.
 */
final class ReferenceMoments {

    private final ReferenceWindow window;
    private final LaneMoments f;
    private final LaneMoments ff;
    private final LaneMoments count;
    private final LaneMoments[] gradient;
    private final LaneMoments[] weighted;
    private final LaneMoments[] pairs = new LaneMoments[6];
    private double added;

    ReferenceMoments(final ReferenceWindow window) {
        this.window = window;
        f = new LaneMoments(window.lanes(), 0);
        ff = new LaneMoments(window.lanes(), 0);
        count = new LaneMoments(window.valid.length > 0 ? window.lanes() : 0, 0);
        gradient = LaneMoments.three(window.lanes());
        weighted = LaneMoments.three(window.lanes());
        for (int pair = 0; pair < pairs.length; pair++) {
            pairs[pair] = new LaneMoments(window.lanes(), 2);
        }
    }

    /** @param number of the chunk, by which its planes are weighted */
    void add(final int chunk, final int number) {
        add(window.f[chunk], new float[][] {window.gx[chunk], window.gy[chunk], window.gz[chunk]}, number);
        if (window.valid.length > 0) {
            LaneSums.add(window.valid[chunk], count.plain);
        } else {
            added += (double)window.planesOf(chunk) * window.plane;
        }
    }

    /** Adds the lanes of a chunk where {@code part} is 1; elsewhere it is 0. */
    void addPart(final int chunk, final int number, final float[] part) {
        final float[][] slopes = {product(window.gx[chunk], part), product(window.gy[chunk], part),
            product(window.gz[chunk], part)};
        add(product(window.f[chunk], part), slopes, number);
        if (window.valid.length > 0) {
            LaneSums.addProduct(window.valid[chunk], part, count.plain);
        } else {
            for (final float one : part) {
                added += one;
            }
        }
    }

    private static float[] product(final float[] a, final float[] b) {
        final float[] product = new float[a.length];
        LaneSums.multiply(a, b, product);
        return product;
    }

    private void add(final float[] greys, final float[][] slopes, final int number) {
        LaneSums.add(greys, f.plain);
        LaneSums.addProduct(greys, greys, ff.plain);
        int pair = 0;
        for (int i = 0; i < 3; i++) {
            LaneSums.addFirst(slopes[i], number, gradient[i].plain, gradient[i].numbered);
            LaneSums.addFirst(slopes[i], greys, number, weighted[i]);
            for (int k = i; k < 3; k++) {
                LaneSums.addSecond(slopes[i], slopes[k], number, pairs[pair++]);
            }
        }
    }

    ReferenceSums sums(final LaneMoments.Place place) {
        final double[][] products = new double[pairs.length][10];
        for (int pair = 0; pair < pairs.length; pair++) {
            pairs[pair].secondOrder(place, products[pair]);
        }
        return new ReferenceSums(window.valid.length > 0 ? count.sum() : added, f.sum(), ff.sum(),
            twelve(gradient, place), twelve(weighted, place), products, window.slopes);
    }

    static double[] twelve(final LaneMoments[] components, final LaneMoments.Place place) {
        final double[] sums = new double[12];
        for (int i = 0; i < 3; i++) {
            components[i].firstOrder(place, sums, 4 * i);
        }
        return sums;
    }
}
