// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.forest;

/**
 * A decision tree in flat arrays. A node is one int: the pair of its children (upper 16 bits; they are nodes
 * {@code 2 pair} and {@code 2 pair + 1}), its feature (8 bits) and its limit {@code t} (8 bits). A sample goes to the
 * second child if the bin of the feature is at least {@code t}. A leaf is its own child: its limit is 0, which every
 * bin reaches, or 255, which none does; so a loop may go on below leaves without asking.
 *
 * @param nodes the root, an unused one, and pairs of children
 * @param shares of the classes in each leaf, summing to 255, four to a long with 16 bits each, so that those of 256
 *            trees are added four at a time: [node * groups + class / 4]
 */
record Tree(int[] nodes, long[] shares) {

    /** What the shares of a leaf sum to. */
    static final int VOTE = 255;
    /** Splits that a tree has room for. */
    static final int MOST_SPLITS = 65_535;
    static final int MOST_FEATURES = 256;
    /** Sums of classes that a long holds. */
    static final int LANES = 4;
    /** As many votes as 16 bits hold. */
    static final int MOST_TREES = 0xffff / VOTE - 1;

    private static final int LANE_BITS = 16;

    static int split(final int pair, final int feature, final int limit) {
        return pair << 16 | feature << 8 | limit;
    }

    static int leaf(final int node) {
        return (node >>> 1) << 16 | ((node & 1) == 1 ? 0 : VOTE);
    }

    /** Where a node sends a bin; the feature is {@code word >>> 8 & 255}. */
    static int child(final int word, final int bin) {
        return (word >>> 16) * 2 + (bin >= (word & 255) ? 1 : 0);
    }

    /** How many longs the sums of so many classes take. */
    static int groups(final int classes) {
        return (classes + LANES - 1) / LANES;
    }

    /** The sum of one of the four classes of a long. */
    static int share(final long sums, final int lane) {
        return (int)(sums >>> LANE_BITS * lane) & 0xffff;
    }

    static long lane(final int share, final int lane) {
        return (long)share << LANE_BITS * lane;
    }

    /** The share of a class in a leaf, in 255ths. */
    int share(final int node, final int c, final int classes) {
        return share(shares[node * groups(classes) + c / LANES], c % LANES);
    }

    boolean isLeaf(final int node) {
        return nodes[node] == leaf(node);
    }
}
