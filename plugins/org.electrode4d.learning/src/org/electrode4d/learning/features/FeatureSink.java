// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.features;

/** Receives the features of a block, one after the other, in the order of {@link FeatureSet#names()}. */
@FunctionalInterface
public interface FeatureSink {

    /**
     * @param feature index in the set
     * @param values of the voxels of the block, x fastest; valid during the call only
     */
    void accept(int feature, float[] values);
}
