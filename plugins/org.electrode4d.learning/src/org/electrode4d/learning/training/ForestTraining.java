// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.data.Normalization;
import org.electrode4d.learning.features.FeatureSet;
import org.electrode4d.learning.forest.ForestSettings;

/**
 * What a pixel classifier learns, and how.
 *
 * @param mostPerClass labelled voxels that are drawn of each class, over all scans, at least one
 */
public record ForestTraining(ClassScheme classes, FeatureSet features, Normalization normalization, int mostPerClass,
    ForestSettings forest) {

    /** By custom: with more, a forest on neighbouring voxels gets larger but hardly better. */
    public static final int USUAL_PER_CLASS = 50_000;

    /** @throws LearningException for less than one voxel */
    public ForestTraining {
        if (mostPerClass < 1) {
            throw new LearningException("A class needs at least one voxel, not " + mostPerClass + ".");
        }
    }
}
