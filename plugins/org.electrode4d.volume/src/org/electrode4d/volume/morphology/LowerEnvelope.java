// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

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
            } else {
                i = stretch(line, i, length);
            }
        }
    }

    /** @return the end of the stretch that begins with a voxel */
    private int stretch(final double[] line, final int first, final int length) {
        int count = 0;
        if (first > 0 || border) {
            count = add(count, first - 1, 0);
        }
        int end = first;
        for (double value = line[first]; value != 0; value = end < length ? line[end] : 0) {
            if (value < Double.POSITIVE_INFINITY) {
                count = add(count, end, value);
            }
            end++;
        }
        if (end < length || border) {
            count = add(count, end, 0);
        }
        if (count > 0) {
            evaluate(count, line, first, end);
        }
        return end;
    }

    /**
     * Adds a parabola to the right of so many others, and takes those away that are nowhere lowest any more.
     *
     * @return how many there are now
     */
    private int add(final int others, final int position, final double value) {
        int last = others - 1;
        double start = Double.NEGATIVE_INFINITY;
        while (last >= 0) {
            final int before = apex[last];
            start = 0.5 * (position + before) + (value - height[last]) * halfInverse[position - before];
            if (start > from[last]) {
                break;
            }
            last--;
        }
        last++;
        apex[last] = position;
        height[last] = value;
        from[last] = last == 0 ? Double.NEGATIVE_INFINITY : start;
        return last + 1;
    }

    private void evaluate(final int count, final double[] line, final int first, final int end) {
        int i = first;
        for (int k = 0; i < end; k++) {
            final int until = k + 1 < count ? (int)Math.min(Math.ceil(from[k + 1]), end) : end;
            final double lowest = height[k];
            for (double distance = i - apex[k]; i < until; i++, distance++) {
                line[i] = lowest + weight * distance * distance;
            }
        }
    }
}
