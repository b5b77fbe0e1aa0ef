// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.forest;

/**
 * Scores splits by {@code sum_c (w_c l_c)² / L + sum_c (w_c r_c)² / R}, with the samples {@code l}, {@code r} of each
 * class on both sides and their weighted sums L and R: the larger, the smaller is the mean Gini impurity.
 */
final class Gini {

    private final double[] weights;

    Gini(final double[] weights) {
        this.weights = weights;
    }

    /** @param left samples per class on the one side */
    double score(final int[] left, final int[] all) {
        double l2 = 0;
        double r2 = 0;
        double l = 0;
        double r = 0;
        for (int c = 0; c < weights.length; c++) {
            final double first = weights[c] * left[c];
            final double second = weights[c] * (all[c] - left[c]);
            l += first;
            r += second;
            l2 += first * first;
            r2 += second * second;
        }
        return l2 / l + r2 / r;
    }

    /** The score of a node that is not split. */
    double score(final int[] all) {
        final double weight = weight(all);
        double squares = 0;
        for (int c = 0; c < weights.length; c++) {
            squares += weights[c] * all[c] * weights[c] * all[c];
        }
        return squares / weight;
    }

    double weight(final int[] all) {
        double weight = 0;
        for (int c = 0; c < weights.length; c++) {
            weight += weights[c] * all[c];
        }
        return weight;
    }

    /** The weighted shares of the classes in 255ths, by largest remainders, so that they sum to 255. */
    int[] shares(final int[] all) {
        final int[] shares = new int[weights.length];
        final double weight = weight(all);
        final double[] rest = new double[weights.length];
        int left = Tree.VOTE;
        for (int c = 0; c < weights.length; c++) {
            final double exact = Tree.VOTE * weights[c] * all[c] / weight;
            final int share = (int)exact;
            rest[c] = exact - share;
            shares[c] = share;
            left -= share;
        }
        for (; left > 0; left--) {
            int most = 0;
            for (int c = 1; c < rest.length; c++) {
                most = rest[c] > rest[most] ? c : most;
            }
            shares[most]++;
            rest[most] = -1;
        }
        return shares;
    }
}
