// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.util.Arrays;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.VoxelSize;

/**
 * The regions of a flood from the top: which of them are one, and which have met. Two forests of union-find, one of
 * regions that were merged, and one of all that touch, which knows the highest peak on its islands.
 *
 * <p>A region that meets higher ones at a saddle and rises less than h above it (its dynamic: Grimaud, Proc. SPIE 1769,
 * 292, 1992) is merged with that of them which gets the voxel there: what is left are the maxima that the h-maxima
 * transformation leaves (Soille, Morphological Image Analysis, 2003), without reconstructing anything.
 */
final class FloodRegions {

    /** Heights are kept to 2.5e-7 of their value: differences that are h but for this count as h. */
    private static final double TOLERANCE = 1e-6;

    private static final int MOST = (1 << 29) - 1;

    private final double leastDynamic;
    private final double leastDistance;
    private final VoxelSize size;
    private int count;
    private int[] parents = new int[64];
    private int[] wholes = new int[64];
    private float[] peaks = new float[64];
    private float[] tops = new float[64];
    private double[] sums = new double[3 * 64];
    private long[] voxels = new long[64];

    FloodRegions(final WatershedSettings settings, final VoxelSize size) {
        leastDynamic = settings.leastDynamic();
        leastDistance = settings.leastDistance();
        this.size = size;
    }

    /** The number of the last region; the first is 1. */
    int count() {
        return count;
    }

    /** A new region, whose peak is as high as told, and its number. */
    int add(final float peak) {
        if (count == MOST) {
            throw new SegmentationException("The relief has more than " + MOST + " peaks. Smooth it first.");
        }
        count++;
        if (count == parents.length) {
            grow(2 * count);
        }
        parents[count] = count;
        wholes[count] = count;
        peaks[count] = peak;
        tops[count] = peak;
        return count;
    }

    private void grow(final int length) {
        parents = Arrays.copyOf(parents, length);
        wholes = Arrays.copyOf(wholes, length);
        peaks = Arrays.copyOf(peaks, length);
        tops = Arrays.copyOf(tops, length);
        sums = Arrays.copyOf(sums, 3 * length);
        voxels = Arrays.copyOf(voxels, length);
    }

    /** Counts a voxel of the plateau of a peak, or of a marker. */
    void addPeakVoxel(final int region, final int x, final int y, final int z) {
        sums[3 * region] += x;
        sums[3 * region + 1] += y;
        sums[3 * region + 2] += z;
        voxels[region]++;
    }

    /** The region that stands for all that were merged with this one. */
    int find(final int region) {
        return find(parents, region);
    }

    private static int find(final int[] parents, final int region) {
        int root = region;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /** Whether the peak of a region is a marker, or high enough to be one. */
    boolean isMarked(final int root) {
        return peaks[root] != Float.NEGATIVE_INFINITY;
    }

    /** That of some roots on whose island is the highest peak, of several the first. */
    int highest(final int[] roots, final int number) {
        int highest = roots[0];
        for (int i = 1; i < number; i++) {
            highest = tops[find(wholes, roots[i])] > tops[find(wholes, highest)] ? roots[i] : highest;
        }
        return highest;
    }

    /** Whether the peak of a root rises less than h above the saddle at which it meets the island of a higher one. */
    boolean isLow(final int root, final int higher, final float saddle) {
        final int whole = find(wholes, root);
        if (whole == find(wholes, higher)) {
            return false;
        }
        final double top = tops[whole];
        final double tolerance = Double.isInfinite(top) ? 0
            : TOLERANCE * Math.max(Math.abs(top), Math.abs(saddle));
        return top - saddle < leastDynamic - tolerance;
    }

    /**
     * Two regions meet at a voxel that belongs to the first of them.
     *
     * @param low whether the second {@link #isLow} there
     */
    void meet(final int first, final int second, final boolean low) {
        final int rootA = find(first);
        final int rootB = find(second);
        if (rootA == rootB) {
            return;
        }
        final int wholeA = find(wholes, rootA);
        final int wholeB = find(wholes, rootB);
        if (wholeA != wholeB) {
            tops[wholeA] = Math.max(tops[wholeA], tops[wholeB]);
            wholes[wholeB] = wholeA;
        }
        if (low || leastDistance > 0 && distance(rootA, rootB) < leastDistance) {
            merge(rootA, rootB);
        }
    }

    private void merge(final int first, final int second) {
        final int higher = peaks[first] >= peaks[second] ? first : second;
        final int lower = higher == first ? second : first;
        if (peaks[lower] == peaks[higher]) {
            for (int axis = 0; axis < 3; axis++) {
                sums[3 * higher + axis] += sums[3 * lower + axis];
            }
            voxels[higher] += voxels[lower];
        }
        parents[lower] = higher;
    }

    private double centre(final int root, final int axis) {
        return sums[3 * root + axis] / voxels[root];
    }

    private double distance(final int first, final int second) {
        final double x = size.x() * (centre(first, 0) - centre(second, 0));
        final double y = size.y() * (centre(first, 1) - centre(second, 1));
        final double z = size.z() * (centre(first, 2) - centre(second, 2));
        return Math.sqrt(x * x + y * y + z * z);
    }

    /**
     * Which of two regions gets a voxel to which both have the same right. The point in the middle between their peaks
     * halves space: z decides, where that is in the middle y, and then x. So a body that looks the same after turning
     * it about this point, as two equal balls do, is cut into equal halves.
     */
    int rightful(final int first, final int second, final int[] voxel) {
        for (int axis = 2; axis >= 0; axis--) {
            final double beyond = 2 * voxel[axis] - centre(second, axis) - centre(first, axis);
            if (Math.abs(beyond) > TOLERANCE) {
                return beyond < 0 == precedes(first, second) ? first : second;
            }
        }
        return Math.min(first, second);
    }

    private boolean precedes(final int first, final int second) {
        for (int axis = 2; axis >= 0; axis--) {
            final double apart = centre(second, axis) - centre(first, axis);
            if (Math.abs(apart) > TOLERANCE) {
                return apart > 0;
            }
        }
        return first < second;
    }
}
