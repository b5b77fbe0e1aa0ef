// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.forest;

import java.util.Arrays;

/**
 * Adds up the votes of trees for a batch of voxels. Eight voxels go down a tree at a time: each step waits for memory,
 * and the steps of the others fill that time. Not to be shared by threads.
 */
final class ForestVotes {

    private static final int TOGETHER = 8;
    /** Trees after which it is looked again which voxels are decided. */
    private static final int ROUND = 5;

    private final Tree[] trees;
    private final int classes;
    private final int features;
    private final int[] votes;
    private final int[] open;

    /** @param most voxels of a batch */
    ForestVotes(final Tree[] trees, final int classes, final int features, final int most) {
        this.trees = trees;
        this.classes = classes;
        this.features = features;
        votes = new int[most * classes];
        open = new int[most + TOGETHER];
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
            labels[from + i] = (byte)most(votes, i * classes, classes);
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
                probabilities[c][from + i] = votes[i * classes + c] / (float)(Tree.VOTE * trees.length);
            }
        }
    }

    private int begin(final int count) {
        Arrays.fill(votes, 0, count * classes, 0);
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
            final int first = most(votes, voxel * classes, classes);
            int second = 0;
            for (int c = 0; c < classes; c++) {
                second = c == first ? second : Math.max(second, votes[voxel * classes + c]);
            }
            open[kept] = voxel;
            kept += votes[voxel * classes + first] - second > toCome ? 0 : 1;
        }
        return kept;
    }

    private void vote(final Tree tree, final byte[] binned, final int from, final int count) {
        // lanes without a voxel of their own repeat the first, and their votes are not counted
        Arrays.fill(open, count, count + TOGETHER, open[0]);
        final int[] leaves = new int[TOGETHER];
        for (int i = 0; i < count; i += TOGETHER) {
            descend(tree.nodes(), binned, from, i, leaves);
            final int lanes = Math.min(TOGETHER, count - i);
            for (int lane = 0; lane < lanes; lane++) {
                final int to = open[i + lane] * classes;
                final int at = leaves[lane] * classes;
                for (int c = 0; c < classes; c++) {
                    votes[to + c] += tree.shares()[at + c] & 255;
                }
            }
        }
    }

    /** Eight voxels from the root to their leaves; those that are there early stay where they are. */
    private void descend(final int[] nodes, final byte[] binned, final int from, final int first,
        final int[] leaves) {
        final int v0 = (from + open[first]) * features;
        final int v1 = (from + open[first + 1]) * features;
        final int v2 = (from + open[first + 2]) * features;
        final int v3 = (from + open[first + 3]) * features;
        final int v4 = (from + open[first + 4]) * features;
        final int v5 = (from + open[first + 5]) * features;
        final int v6 = (from + open[first + 6]) * features;
        final int v7 = (from + open[first + 7]) * features;
        int a0 = step(nodes, 0, binned, v0);
        int a1 = step(nodes, 0, binned, v1);
        int a2 = step(nodes, 0, binned, v2);
        int a3 = step(nodes, 0, binned, v3);
        int a4 = step(nodes, 0, binned, v4);
        int a5 = step(nodes, 0, binned, v5);
        int a6 = step(nodes, 0, binned, v6);
        int a7 = step(nodes, 0, binned, v7);
        while (true) {
            final int b0 = step(nodes, a0, binned, v0);
            final int b1 = step(nodes, a1, binned, v1);
            final int b2 = step(nodes, a2, binned, v2);
            final int b3 = step(nodes, a3, binned, v3);
            final int b4 = step(nodes, a4, binned, v4);
            final int b5 = step(nodes, a5, binned, v5);
            final int b6 = step(nodes, a6, binned, v6);
            final int b7 = step(nodes, a7, binned, v7);
            if ((a0 ^ b0 | a1 ^ b1 | a2 ^ b2 | a3 ^ b3 | a4 ^ b4 | a5 ^ b5 | a6 ^ b6 | a7 ^ b7) == 0) {
                break;
            }
            a0 = step(nodes, b0, binned, v0);
            a1 = step(nodes, b1, binned, v1);
            a2 = step(nodes, b2, binned, v2);
            a3 = step(nodes, b3, binned, v3);
            a4 = step(nodes, b4, binned, v4);
            a5 = step(nodes, b5, binned, v5);
            a6 = step(nodes, b6, binned, v6);
            a7 = step(nodes, b7, binned, v7);
        }
        leaves[0] = a0;
        leaves[1] = a1;
        leaves[2] = a2;
        leaves[3] = a3;
        leaves[4] = a4;
        leaves[5] = a5;
        leaves[6] = a6;
        leaves[7] = a7;
    }

    /** {@link Tree#child} without a branch: the sign of the difference tells whether the bin reaches the limit. */
    private static int step(final int[] nodes, final int node, final byte[] binned, final int voxel) {
        final int word = nodes[node];
        final int bin = binned[voxel + (word >>> 8 & 255)] & 255;
        return (word >>> 16) * 2 + ((word & 255) - 1 - bin >>> 31);
    }

    /** The first of the largest, from 0. */
    static int most(final int[] votes, final int from, final int classes) {
        int most = 0;
        for (int c = 1; c < classes; c++) {
            most = votes[from + c] > votes[from + most] ? c : most;
        }
        return most;
    }
}
