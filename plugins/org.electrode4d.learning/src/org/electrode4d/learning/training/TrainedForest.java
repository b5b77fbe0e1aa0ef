// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import org.electrode4d.learning.forest.GrownForest;

/**
 * A forest and what it was grown from.
 *
 * @param labelled voxels of each class in all scans, with finite grey values
 * @param drawn of them, of each class
 * @param excluded labelled voxels whose grey value is not a finite number
 */
public record TrainedForest(GrownForest grown, long[] labelled, long[] drawn, long excluded) {
}
