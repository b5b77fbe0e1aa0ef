// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.forest;

import java.util.Arrays;

/**
 * Adds up the votes of trees for a batch of voxels. Four voxels go down a tree together: each step of one waits for the
 * one before, and the steps of the others fill that time. Not to be shared by threads.
 */
final class ForestVotes {

    private static final int TOGETHER = 4;
    /** Trees after which it is looked again which voxels are decided. */
    private static final int ROUND = 5;

    private final Tree[] trees;
    private final int classes;
    private final int features;
    private final int groups;
    private final long[] votes;
    private final int[] open;
    private final int[] nodeOf;

    /** @param most voxels of a batch */
    ForestVotes(final Tree[] trees, final int classes, final int features, final int most) {
        this.trees = trees;
        this.classes = classes;
        this.features = features;
        groups = Tree.groups(classes);
        votes = new long[most * groups];
        open = new int[most + TOGETHER];
        nodeOf = new int[most + TOGETHER];
    }

    /** @param labels receives the class of the voxels {@code from ... from + count - 1} */
    void decide(final byte[] binned, final int from, final int count, final byte[] labels) {
        int left = begin(count);
        for (int tree = 0; tree < trees.length && left > 0; tree++) {
            vote(trees[tree], binned, from, left);
            final int remaining = trees.length - tree - 1;
            if (remaining == 0 || 2 * remaining <= trees.length && remaining % ROUND == 0) {
                left = close(left, remaining * Tree.VOTE);
            }
        }
        for (int i = 0; i < count; i++) {
            labels[from + i] = (byte)most(i);
        }
    }

    /** @param probabilities [class][voxel] */
    void share(final byte[] binned, final int from, final int count, final float[][] probabilities) {
        begin(count);
        for (final Tree tree : trees) {
            vote(tree, binned, from, count);
        }
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < classes; c++) {
                probabilities[c][from + i] = votes(i, c) / (float)(Tree.VOTE * trees.length);
            }
        }
    }

    private int begin(final int count) {
        Arrays.fill(votes, 0, count * groups, 0);
        for (int i = 0; i < count; i++) {
            open[i] = i;
        }
        return count;
    }

    /** Keeps the voxels whose first class does not lead by more than what is to come; how many those are. */
    private int close(final int count, final int toCome) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            final int voxel = open[i];
            final int first = most(voxel);
            int second = 0;
            for (int c = 0; c < classes; c++) {
                second = c == first ? second : Math.max(second, votes(voxel, c));
            }
            open[kept] = voxel;
            kept += votes(voxel, first) - second > toCome ? 0 : 1;
        }
        return kept;
    }

    private void vote(final Tree tree, final byte[] binned, final int from, final int count) {
        // lanes without a voxel of their own repeat the first, and their votes are not counted
        Arrays.fill(open, count, count + TOGETHER - 1, open[0]);
        for (int i = 0; i < count; i += TOGETHER) {
            descend(tree.nodes(), binned, from, i);
        }
        final long[] shares = tree.shares();
        for (int group = 0; group < groups; group++) {
            for (int i = 0; i < count; i++) {
                votes[open[i] * groups + group] += shares[nodeOf[i] * groups + group];
            }
        }
    }

    /** Four voxels from the root to their leaves; those that are there early stay where they are. */
    private void descend(final int[] nodes, final byte[] binned, final int from, final int first) {
        final int v0 = (from + open[first]) * features;
        final int v1 = (from + open[first + 1]) * features;
        final int v2 = (from + open[first + 2]) * features;
        final int v3 = (from + open[first + 3]) * features;
        int a0 = 0;
        int a1 = 0;
        int a2 = 0;
        int a3 = 0;
        while (true) {
            final int b0 = step(nodes, a0, binned, v0);
            final int b1 = step(nodes, a1, binned, v1);
            final int b2 = step(nodes, a2, binned, v2);
            final int b3 = step(nodes, a3, binned, v3);
            if ((a0 ^ b0 | a1 ^ b1 | a2 ^ b2 | a3 ^ b3) == 0) {
                break;
            }
            a0 = step(nodes, b0, binned, v0);
            a1 = step(nodes, b1, binned, v1);
            a2 = step(nodes, b2, binned, v2);
            a3 = step(nodes, b3, binned, v3);
        }
        nodeOf[first] = a0;
        nodeOf[first + 1] = a1;
        nodeOf[first + 2] = a2;
        nodeOf[first + 3] = a3;
    }

    /** {@link Tree#child} without a branch: the sign of the difference tells whether the bin reaches the limit. */
    private static int step(final int[] nodes, final int node, final byte[] binned, final int voxel) {
        final int word = nodes[node];
        final int bin = binned[voxel + (word >>> 8 & 255)] & 255;
        return (word >>> 16) * 2 + ((word & 255) - 1 - bin >>> 31);
    }

    private int votes(final int voxel, final int c) {
        return Tree.share(votes[voxel * groups + c / Tree.LANES], c % Tree.LANES);
    }

    /** The first of the classes with the most votes. */
    private int most(final int voxel) {
        int most = 0;
        for (int c = 1; c < classes; c++) {
            most = votes(voxel, c) > votes(voxel, most) ? c : most;
        }
        return most;
    }
}
