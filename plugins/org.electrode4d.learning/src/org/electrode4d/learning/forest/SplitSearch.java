// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.forest;

import java.util.Arrays;

/**
 * Finds the best limit of a feature for the samples of a node. Many samples are counted into a histogram of bins; few
 * are sorted, since clearing and walking the histogram would cost more. Both give the same split.
 */
final class SplitSearch {

    /** BinnedSamples up to which sorting was measured to be faster. */
    private static final int FEW = 40;

    private final BinnedSamples samples;
    private final Gini gini;
    private final int minLeaf;
    private final int[] histogram;
    private final int[] sorted = new int[FEW];
    private final int[] left;

    private int feature;
    private int limit;
    private double best;

    SplitSearch(final BinnedSamples samples, final Gini gini, final int minLeaf) {
        this.samples = samples;
        this.gini = gini;
        this.minLeaf = minLeaf;
        histogram = new int[256 * samples.classCount()];
        left = new int[samples.classCount()];
    }

    /** Forgets what was found. */
    void begin() {
        best = Double.NEGATIVE_INFINITY;
        feature = -1;
    }

    boolean isFound() {
        return feature >= 0;
    }

    int feature() {
        return feature;
    }

    int limit() {
        return limit;
    }

    double score() {
        return best;
    }

    /** Looks whether a feature has a better split than those before. */
    void look(final int candidate, final NodeSamples node) {
        Arrays.fill(left, 0);
        if (node.to() - node.from() <= FEW) {
            lookAtSorted(candidate, node);
        } else {
            lookAtHistogram(candidate, node);
        }
    }

    private void lookAtHistogram(final int candidate, final NodeSamples node) {
        final byte[] bins = samples.bins()[candidate];
        final int[] classes = samples.classes();
        final int[] members = node.members();
        final byte[] copies = node.copies();
        final int k = left.length;
        int min = 255;
        int max = 0;
        for (int i = node.from(); i < node.to(); i++) {
            final int sample = members[i];
            final int bin = bins[sample] & 255;
            min = Math.min(min, bin);
            max = Math.max(max, bin);
            histogram[bin * k + classes[sample]] += copies[sample];
        }
        int before = min;
        int count = 0;
        for (int bin = min; bin <= max; bin++) {
            int inBin = 0;
            for (int c = 0; c < k; c++) {
                inBin += histogram[bin * k + c];
            }
            if (inBin > 0) {
                if (bin > min) {
                    rate(candidate, node, before, bin, count);
                }
                for (int c = 0; c < k; c++) {
                    left[c] += histogram[bin * k + c];
                }
                before = bin;
                count += inBin;
            }
        }
        Arrays.fill(histogram, min * k, (max + 1) * k, 0);
    }

    private void lookAtSorted(final int candidate, final NodeSamples node) {
        final byte[] bins = samples.bins()[candidate];
        final int size = node.to() - node.from();
        for (int i = 0; i < size; i++) {
            final int key = (bins[node.members()[node.from() + i]] & 255) << 8 | i;
            int at = i;
            for (; at > 0 && sorted[at - 1] > key; at--) {
                sorted[at] = sorted[at - 1];
            }
            sorted[at] = key;
        }
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (i > 0 && sorted[i] >> 8 != sorted[i - 1] >> 8) {
                rate(candidate, node, sorted[i - 1] >> 8, sorted[i] >> 8, count);
            }
            final int sample = node.members()[node.from() + (sorted[i] & 255)];
            left[samples.classes()[sample]] += node.copies()[sample];
            count += node.copies()[sample];
        }
    }

    /** @param count of samples that would go to the first child */
    private void rate(final int candidate, final NodeSamples node, final int before, final int bin, final int count) {
        if (count >= minLeaf && node.total() - count >= minLeaf) {
            final double score = gini.score(left, node.perClass());
            if (score > best) {
                best = score;
                feature = candidate;
                limit = (before + bin + 1) / 2;
            }
        }
    }
}
