// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.score;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well one class agrees. What has no value, because it would divide by zero, is empty: the precision of a class
 * that the segmentation lacks, the recall of one that the reference lacks.
 *
 * @param inReference voxels R of the class
 * @param inSegmentation voxels S of the class
 * @param inBoth voxels B that have it in both
 * @param boundary empty where it was not measured, or where one of both has no boundary of the class
 */
public record ClassScore(int label, String name, long inReference, long inSegmentation, long inBoth,
    Optional<BoundaryScore> boundary) {

    /** 2 B / (R + S), also called F1. */
    public OptionalDouble dice() {
        return ratio(2 * inBoth, inReference + inSegmentation);
    }

    /** B / (R + S - B), intersection over union, also called Jaccard index. */
    public OptionalDouble intersectionOverUnion() {
        return ratio(inBoth, inReference + inSegmentation - inBoth);
    }

    /** B / S: which share of what was found is right. */
    public OptionalDouble precision() {
        return ratio(inBoth, inSegmentation);
    }

    /** B / R: which share of what is there was found. */
    public OptionalDouble recall() {
        return ratio(inBoth, inReference);
    }

    private static OptionalDouble ratio(final long part, final long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / (double)whole);
    }
}
