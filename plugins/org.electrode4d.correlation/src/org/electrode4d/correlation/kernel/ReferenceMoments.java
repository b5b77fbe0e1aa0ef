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
    private long added;

    ReferenceMoments(final ReferenceWindow window) {
        this.window = window;
        f = new LaneMoments(window.lanes(), 0);
        ff = new LaneMoments(window.lanes(), 0);
        count = new LaneMoments(window.valid.length > 0 ? window.lanes() : 0, 0);
        gradient = three();
        weighted = three();
        for (int pair = 0; pair < pairs.length; pair++) {
            pairs[pair] = new LaneMoments(window.lanes(), 2);
        }
    }

    private LaneMoments[] three() {
        return new LaneMoments[] {new LaneMoments(window.lanes(), 1), new LaneMoments(window.lanes(), 1),
            new LaneMoments(window.lanes(), 1)};
    }

    /** @param number of the chunk, by which its planes are weighted */
    void add(final int chunk, final int number) {
        final float[][] slopes = {window.gx[chunk], window.gy[chunk], window.gz[chunk]};
        added += (long)window.planesOf(chunk) * window.plane;
        LaneSums.add(window.f[chunk], f.plain);
        LaneSums.addProduct(window.f[chunk], window.f[chunk], ff.plain);
        if (window.valid.length > 0) {
            LaneSums.add(window.valid[chunk], count.plain);
        }
        int pair = 0;
        for (int i = 0; i < 3; i++) {
            LaneSums.addFirst(slopes[i], number, gradient[i].plain, gradient[i].numbered);
            LaneSums.addFirst(slopes[i], window.f[chunk], number, weighted[i]);
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
