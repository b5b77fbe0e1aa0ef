// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.forest;

import org.electrode4d.learning.LearningException;

/**
 * How a random forest is grown (Breiman, Machine Learning 45, 5, 2001).
 *
 * @param trees 1 to 256
 * @param maxDepth splits from the root to a leaf, 1 to 64
 * @param minLeaf bootstrapped samples in a leaf, at least one
 * @param featuresPerSplit that a node chooses from; 0 for the rounded square root of all
 * @param balanced whether all classes weigh the same however many samples they have
 * @param seed of all chance
 */
public record ForestSettings(int trees, int maxDepth, int minLeaf, int featuresPerSplit, boolean balanced,
    long seed) {

    /** @throws LearningException for numbers out of range */
    public ForestSettings {
        require(trees >= 1 && trees <= Tree.MOST_TREES, "The trees of a forest", trees, "1 to " + Tree.MOST_TREES);
        require(maxDepth >= 1 && maxDepth <= 64, "The depth of trees", maxDepth, "1 to 64");
        require(minLeaf >= 1, "The samples of a leaf", minLeaf, "at least 1");
        require(featuresPerSplit >= 0, "The features per split", featuresPerSplit, "at least 1, or 0 for the root");
    }

    /** 100 trees of any depth with leaves of at least 5 samples, which are as good as smaller ones and less work. */
    public static ForestSettings usual() {
        return new ForestSettings(100, 64, 5, 0, true, 1);
    }

    /** How many of so many features a node chooses from. */
    int perSplit(final int features) {
        return featuresPerSplit == 0 ? Math.max(1, (int)Math.round(Math.sqrt(features)))
            : Math.min(featuresPerSplit, features);
    }

    private static void require(final boolean holds, final String what, final int value, final String expected) {
        if (!holds) {
            throw new LearningException(what + " must be " + expected + ", not " + value + ".");
        }
    }
}
