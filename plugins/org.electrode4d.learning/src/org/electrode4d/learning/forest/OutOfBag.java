// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.forest;

import java.util.List;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;

/**
 * Predictions of samples by the trees whose bootstrap did not draw them: what the forest would do with new samples
 * <i>of the same kind</i>. Neighbouring voxels are alike, so for voxels of one brush stroke the error is too small.
 *
 * @param confusion samples by [true class][predicted class]
 * @param undecided samples that every tree has seen
 */
public record OutOfBag(long[][] confusion, long undecided) {

    private static final int CHUNK = 4096;

    /** @param grown trees in their order */
    static OutOfBag of(final BinnedSamples samples, final List<TreeGrowth.Grown> grown, final Progress progress) {
        final int[] predicted = new int[samples.count()];
        Blocks.forEach(Blocks.tile(new Shape(samples.count(), 1, 1), CHUNK), progress, "Out-of-bag error", chunk -> {
            for (int i = (int)chunk.minX(); i < chunk.endX(); i++) {
                predicted[i] = predict(samples, i, grown);
            }
        });
        final long[][] confusion = new long[samples.classCount()][samples.classCount()];
        long undecided = 0;
        for (int i = 0; i < predicted.length; i++) {
            if (predicted[i] < 0) {
                undecided++;
            } else {
                confusion[samples.classes()[i]][predicted[i]]++;
            }
        }
        return new OutOfBag(confusion, undecided);
    }

    private static int predict(final BinnedSamples samples, final int sample, final List<TreeGrowth.Grown> grown) {
        final int[] votes = new int[samples.classCount()];
        boolean isSeen = true;
        for (final TreeGrowth.Grown one : grown) {
            if (!one.bag().get(sample)) {
                isSeen = false;
                final int leaf = leaf(one.tree(), samples.bins(), sample);
                for (int c = 0; c < votes.length; c++) {
                    votes[c] += one.tree().share(leaf, c, votes.length);
                }
            }
        }
        return isSeen ? -1 : most(votes);
    }

    /** The first of the largest. */
    private static int most(final int[] votes) {
        int most = 0;
        for (int c = 1; c < votes.length; c++) {
            most = votes[c] > votes[most] ? c : most;
        }
        return most;
    }

    private static int leaf(final Tree tree, final byte[][] bins, final int sample) {
        int node = 0;
        while (true) {
            final int word = tree.nodes()[node];
            final int child = Tree.child(word, bins[word >>> 8 & 255][sample] & 255);
            if (child == node) {
                return node;
            }
            node = child;
        }
    }

    /** The part of samples that got another class; NaN where none was predicted. */
    public double error() {
        long right = 0;
        long all = 0;
        for (int c = 0; c < confusion.length; c++) {
            right += confusion[c][c];
            for (final long count : confusion[c]) {
                all += count;
            }
        }
        return all == 0 ? Double.NaN : 1 - right / (double)all;
    }
}
