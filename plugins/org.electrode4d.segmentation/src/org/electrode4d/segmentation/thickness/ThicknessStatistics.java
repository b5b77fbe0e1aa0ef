// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.thickness;

/**
 * Thickness over the columns that hold electrode, in µm.
 *
 * @param columns with electrode, one or more
 * @param emptyColumns without electrode; they take no part in the other numbers
 * @param mean of all columns
 * @param standardDeviation of all columns, with {@code columns} in the denominator
 * @param min smallest
 * @param median the smallest thickness that half of all columns do not exceed
 * @param max largest
 */
public record ThicknessStatistics(long columns, long emptyColumns, double mean, double standardDeviation, double min,
    double median, double max) {

    /** In %, relative to the mean thickness of a reference, such as the pristine electrode. */
    public double expansion(final double referenceMean) {
        return 100 * (mean / referenceMean - 1);
    }

    /**
     * Statistics of whole numbers of voxels, with sums that are exact: the order of columns plays no role.
     *
     * @param voxels per column, 0 for a column without electrode
     * @param height of a voxel in µm
     */
    static ThicknessStatistics of(final int[] voxels, final double height) {
        int max = 0;
        for (final int value : voxels) {
            max = Math.max(max, value);
        }
        final long[] counts = new long[max + 1];
        for (final int value : voxels) {
            counts[value]++;
        }
        final long columns = voxels.length - counts[0];
        double sum = 0;
        for (int i = 1; i <= max; i++) {
            sum += (double)counts[i] * i;
        }
        final double mean = sum / columns;
        double squares = 0;
        for (int i = 1; i <= max; i++) {
            squares += counts[i] * (i - mean) * (i - mean);
        }
        return new ThicknessStatistics(columns, counts[0], height * mean, height * Math.sqrt(squares / columns),
            height * quantile(counts, 1), height * quantile(counts, (columns + 1) / 2), height * max);
    }

    private static int quantile(final long[] counts, final long rank) {
        int value = 0;
        long below = 0;
        while (below < rank) {
            value++;
            below += counts[value];
        }
        return value;
    }
}
