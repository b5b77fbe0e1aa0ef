// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.forest;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Grows one tree: on a bootstrap of the samples, level by level; each node takes the best of a few random features, and
 * goes on drawing as long as none of them has a split. A node becomes a leaf if it is pure, too small or too deep, or
 * if the tree has all the splits that it has room for. All chance is one generator's, so that trees may grow in any
 * order.
 */
final class TreeGrowth {

    private final BinnedSamples samples;
    private final ForestSettings settings;
    private final Gini gini;
    private final SplittableRandom random;
    private final SplitSearch search;
    private final int[] features;
    private final double[] importance;
    private final ArrayDeque<Place> open = new ArrayDeque<>();
    private int[] nodes = new int[1024];
    private long[] shares;
    private final int groups;
    private int pairs = 1;

    /** A node that is to be split or made a leaf. */
    private record Place(int node, int depth, NodeSamples samples) {
    }

    /**
     * What came of a growth.
     *
     * @param bag samples that the bootstrap drew
     * @param importance by how much splits at each feature reduced the weighted Gini impurity
     */
    record Grown(Tree tree, BitSet bag, double[] importance) {
    }

    TreeGrowth(final BinnedSamples samples, final ForestSettings settings, final long seed) {
        this.samples = samples;
        this.settings = settings;
        gini = new Gini(samples.weights(settings.balanced()));
        random = new SplittableRandom(seed);
        search = new SplitSearch(samples, gini, settings.minLeaf());
        features = new int[samples.features()];
        Arrays.setAll(features, i -> i);
        importance = new double[samples.features()];
        groups = Tree.groups(samples.classCount());
        shares = new long[nodes.length * groups];
    }

    Grown grow() {
        final byte[] copies = new byte[samples.count()];
        for (int i = 0; i < copies.length; i++) {
            final int drawn = random.nextInt(copies.length);
            copies[drawn] += copies[drawn] < Byte.MAX_VALUE ? 1 : 0;
        }
        final BitSet bag = new BitSet(copies.length);
        for (int i = 0; i < copies.length; i++) {
            bag.set(i, copies[i] > 0);
        }
        final int[] members = bag.stream().toArray();
        open.add(new Place(0, 0, NodeSamples.of(members, copies, 0, members.length, samples)));
        while (!open.isEmpty()) {
            grow(open.remove());
        }
        return new Grown(new Tree(Arrays.copyOf(nodes, 2 * pairs), Arrays.copyOf(shares, 2 * pairs * groups)), bag,
            importance);
    }

    private void grow(final Place place) {
        final NodeSamples node = place.samples;
        search.begin();
        if (!node.isPure() && node.total() >= 2 * settings.minLeaf() && place.depth < settings.maxDepth()
            && pairs <= Tree.MOST_SPLITS) {
            lookForSplit(node);
        }
        if (search.isFound()) {
            split(place);
        } else {
            nodes[place.node] = Tree.leaf(place.node);
            final int[] of = gini.shares(node.perClass());
            for (int c = 0; c < of.length; c++) {
                shares[place.node * groups + c / Tree.LANES] |= Tree.lane(of[c], c % Tree.LANES);
            }
        }
    }

    private void lookForSplit(final NodeSamples node) {
        final int wanted = settings.perSplit(features.length);
        for (int i = 0; i < features.length && (i < wanted || !search.isFound()); i++) {
            final int drawn = i + random.nextInt(features.length - i);
            final int feature = features[drawn];
            features[drawn] = features[i];
            features[i] = feature;
            search.look(feature, node);
        }
    }

    private void split(final Place place) {
        final NodeSamples node = place.samples;
        final int feature = search.feature();
        importance[feature] += search.score() - gini.score(node.perClass());
        final int pair = pairs++;
        if (nodes.length < 2 * pairs) {
            nodes = Arrays.copyOf(nodes, 2 * nodes.length);
            shares = Arrays.copyOf(shares, 2 * shares.length);
        }
        nodes[place.node] = Tree.split(pair, feature, search.limit());
        final int middle = node.partition(samples.bins()[feature], search.limit());
        for (int side = 0; side < 2; side++) {
            open.add(new Place(2 * pair + side, place.depth + 1, NodeSamples.of(node.members(), node.copies(),
                side == 0 ? node.from() : middle, side == 0 ? middle : node.to(), samples)));
        }
    }
}
