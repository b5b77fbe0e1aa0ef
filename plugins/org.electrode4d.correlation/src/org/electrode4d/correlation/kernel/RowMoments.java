// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.kernel;

/**
 * The sums that change with the trial map. Those of the reference alone are needed only over the voxels that a trial
 * map loses, which are few: they are taken off the sums over the whole window.
 */
final class RowMoments {

    private final ReferenceRow row;
    private final float[][] gradientRows;
    private final ProductMoments count;
    private final ProductMoments f;
    private final ProductMoments ff;
    private final ProductMoments g;
    private final ProductMoments gg;
    private final ProductMoments fg;
    private final ProductMoments[] gradient;
    private final ProductMoments[] weighted;
    private final ProductMoments[] crossed;
    private final ProductMoments[] ofReference;
    private final ProductMoments[] ofTarget;
    private boolean lost;

    RowMoments(final ReferenceRow row) {
        this.row = row;
        gradientRows = new float[][] {row.gx, row.gy, row.gz};
        final int width = row.f.length;
        count = new ProductMoments(width, 0);
        f = new ProductMoments(width, 0);
        ff = new ProductMoments(width, 0);
        g = new ProductMoments(width, 0);
        gg = new ProductMoments(width, 0);
        fg = new ProductMoments(width, 0);
        gradient = three(width);
        weighted = three(width);
        crossed = three(width);
        ofReference = new ProductMoments[] {count, f, ff, gradient[0], gradient[1], gradient[2], weighted[0],
            weighted[1], weighted[2]};
        ofTarget = new ProductMoments[] {g, gg, fg, crossed[0], crossed[1], crossed[2]};
    }

    private static ProductMoments[] three(final int width) {
        return new ProductMoments[] {new ProductMoments(width, 1), new ProductMoments(width, 1),
            new ProductMoments(width, 1)};
    }

    void clear() {
        for (final ProductMoments sums : ofReference) {
            sums.clear();
        }
        for (final ProductMoments sums : ofTarget) {
            sums.clear();
        }
    }

    void addReference(final float y, final int from, final int to) {
        if (from >= to) {
            return;
        }
        lost = true;
        count.add(row.valid, row.valid, y, from, to);
        f.add(row.f, row.valid, y, from, to);
        ff.add(row.f, row.f, y, from, to);
        for (int i = 0; i < 3; i++) {
            gradient[i].add(gradientRows[i], row.valid, y, from, to);
            weighted[i].add(gradientRows[i], row.f, y, from, to);
        }
    }

    void addTarget(final float[] values, final float y, final int from, final int to) {
        g.add(values, row.valid, y, from, to);
        gg.add(values, values, y, from, to);
        fg.add(values, row.f, y, from, to);
        for (int i = 0; i < 3; i++) {
            crossed[i].add(gradientRows[i], values, y, from, to);
        }
    }

    void closePlane(final double z) {
        if (lost) {
            for (final ProductMoments sums : ofReference) {
                sums.closePlane(z);
            }
        }
        lost = false;
        for (final ProductMoments sums : ofTarget) {
            sums.closePlane(z);
        }
    }

    ReferenceSums reference(final double firstX, final double[][] products) {
        return new ReferenceSums(count.sum(), f.sum(), ff.sum(), twelve(gradient, firstX), twelve(weighted, firstX),
            products);
    }

    TargetSums target(final ReferenceSums whole, final double firstX) {
        return new TargetSums(whole.count() - count.sum(), whole.f() - f.sum(), whole.ff() - ff.sum(), g.sum(),
            gg.sum(), fg.sum(), ReferenceSums.difference(whole.gradient(), twelve(gradient, firstX)),
            ReferenceSums.difference(whole.weighted(), twelve(weighted, firstX)), twelve(crossed, firstX));
    }

    private static double[] twelve(final ProductMoments[] components, final double firstX) {
        final double[] sums = new double[12];
        for (int i = 0; i < 3; i++) {
            components[i].firstOrder(firstX, sums, 4 * i);
        }
        return sums;
    }
}
