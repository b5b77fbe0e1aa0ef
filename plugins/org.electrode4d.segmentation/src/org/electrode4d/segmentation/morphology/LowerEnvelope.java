// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.util.Arrays;

/**
 * Squared distances along a line, from squared distances across it: the lower envelope of parabolas (Felzenszwalb and
 * Huttenlocher, Theory of Computing 8, 415, 2012). Voxels outside of the mask have the value 0, and nothing beyond the
 * next of them on either side can be nearer than it is, so that each stretch between two of them is a problem of its
 * own. Costs a few steps per voxel, whatever the distances are. One instance serves one thread.
 */
final class LowerEnvelope {

    private final double weight;
    private final boolean border;
    private final double[] halfInverse;
    private final int[] apex;
    private final double[] height;
    private final double[] from;
    private int count;

    /**
     * @param length of the lines in voxels
     * @param weight square of the edge of a voxel along the line
     * @param border whether beyond both ends of the line is outside of the mask
     */
    LowerEnvelope(final int length, final double weight, final boolean border) {
        this.weight = weight;
        this.border = border;
        apex = new int[length + 2];
        height = new double[length + 2];
        from = new double[length + 2];
        halfInverse = new double[length + 2];
        for (int i = 1; i < halfInverse.length; i++) {
            halfInverse[i] = 0.5 / (weight * i);
        }
    }

    /**
     * Replaces a line of squared distances across the line by the squared distances in the plane of both.
     *
     * @param line may hold infinity, where no voxel outside was found
     */
    void transform(final double[] line, final int length) {
        int i = 0;
        while (i < length) {
            if (line[i] == 0) {
                i++;
                continue;
            }
            final int first = i;
            while (i < length && line[i] != 0) {
                i++;
            }
            stretch(line, first, i, length);
        }
    }

    private void stretch(final double[] line, final int first, final int end, final int length) {
        count = 0;
        if (first > 0 || border) {
            add(first - 1, 0, end);
        }
        for (int i = first; i < end; i++) {
            if (line[i] < Double.POSITIVE_INFINITY) {
                add(i, line[i], end);
            }
        }
        if (end < length || border) {
            add(end, 0, end);
        }
        if (count == 0) {
            Arrays.fill(line, first, end, Double.POSITIVE_INFINITY);
        } else {
            evaluate(line, first, end);
        }
    }

    /** Adds a parabola to the right of all others, and takes those away that are nowhere lowest any more. */
    private void add(final int position, final double value, final int end) {
        double start = Double.NEGATIVE_INFINITY;
        while (count > 0) {
            final int distance = position - apex[count - 1];
            start = 0.5 * (position + apex[count - 1]) + (value - height[count - 1]) * halfInverse[distance];
            if (start > from[count - 1]) {
                break;
            }
            count--;
            start = Double.NEGATIVE_INFINITY;
        }
        if (start < end) {
            apex[count] = position;
            height[count] = value;
            from[count] = start;
            count++;
        }
    }

    private void evaluate(final double[] line, final int first, final int end) {
        int i = first;
        for (int k = 0; k < count; k++) {
            final double until = k + 1 < count ? Math.min(from[k + 1], end) : end;
            final double lowest = height[k];
            for (double distance = i - apex[k]; i < until; i++, distance++) {
                line[i] = lowest + weight * distance * distance;
            }
        }
    }
}
