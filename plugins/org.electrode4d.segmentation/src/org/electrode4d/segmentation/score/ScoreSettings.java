// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.score;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.electrode4d.segmentation.SegmentationException;

/**
 * How a segmentation is compared with a reference.
 *
 * @param ignored label of the reference whose voxels are not scored, such as that of what nobody labelled
 * @param mapping from labels of the segmentation to the labels of the reference that they stand for; others stay
 * @param boundaries whether distances between boundaries are measured, which takes most of the time
 * @param tolerance in µm within which a boundary counts as found; 0 for the longest edge of a voxel
 */
public record ScoreSettings(OptionalInt ignored, SortedMap<Integer, Integer> mapping, boolean boundaries,
    double tolerance) {

    /** @throws SegmentationException for a negative tolerance */
    public ScoreSettings {
        if (!(tolerance >= 0) || Double.isInfinite(tolerance)) {
            throw new SegmentationException("The tolerance of boundaries is " + tolerance
                + " µm, but must be 0 or a number greater than that.");
        }
        mapping = Collections.unmodifiableSortedMap(new TreeMap<>(mapping));
    }

    /** All voxels, labels as they are, with boundaries. */
    public static ScoreSettings defaults() {
        return new ScoreSettings(OptionalInt.empty(), new TreeMap<>(), true, 0);
    }

    public ScoreSettings withIgnored(final int label) {
        return new ScoreSettings(OptionalInt.of(label), mapping, boundaries, tolerance);
    }

    public ScoreSettings withMapping(final Map<Integer, Integer> labels) {
        return new ScoreSettings(ignored, new TreeMap<>(labels), boundaries, tolerance);
    }

    public ScoreSettings withBoundaries(final boolean measured) {
        return new ScoreSettings(ignored, mapping, measured, tolerance);
    }

    public ScoreSettings withTolerance(final double micrometres) {
        return new ScoreSettings(ignored, mapping, boundaries, micrometres);
    }
}
