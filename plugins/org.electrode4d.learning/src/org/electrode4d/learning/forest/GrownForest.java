// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.forest;

/**
 * What growing a forest gives.
 *
 * @param outOfBag how well the forest predicts samples, each with the trees that have not seen it
 * @param importance of each feature: its part in all reductions of the weighted Gini impurity; they sum to 1. Features
 *            that say the same share theirs
 */
public record GrownForest(RandomForest forest, OutOfBag outOfBag, double[] importance) {
}
