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
 * @param shares of the classes in each node, summing to 255: [node * classes + class], unsigned; 0 but in leaves
 */
record Tree(int[] nodes, byte[] shares) {

    /** What the shares of a leaf sum to. */
    static final int VOTE = 255;
    /** Splits that a tree has room for. */
    static final int MOST_SPLITS = 65_535;
    static final int MOST_FEATURES = 256;

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

    boolean isLeaf(final int node) {
        return nodes[node] == leaf(node);
    }
}
