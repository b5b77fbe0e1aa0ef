// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

/** The six products of gradient components over a window, up to second order in the coordinates. */
final class ReferenceMoments {

    private final float[][] gradient;
    private final ProductMoments[] pairs = new ProductMoments[6];

    ReferenceMoments(final ReferenceRow row) {
        gradient = new float[][] {row.gx, row.gy, row.gz};
        for (int pair = 0; pair < pairs.length; pair++) {
            pairs[pair] = new ProductMoments(row.f.length, 2);
        }
    }

    void add(final float y) {
        int pair = 0;
        for (int i = 0; i < 3; i++) {
            for (int k = i; k < 3; k++) {
                pairs[pair++].add(gradient[i], gradient[k], y, 0, gradient[i].length);
            }
        }
    }

    void closePlane(final double z) {
        for (final ProductMoments pair : pairs) {
            pair.closePlane(z);
        }
    }

    double[][] products(final double firstX) {
        final double[][] sums = new double[pairs.length][10];
        for (int pair = 0; pair < sums.length; pair++) {
            pairs[pair].secondOrder(firstX, sums[pair]);
        }
        return sums;
    }
}
