// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.util.Arrays;
import java.util.List;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.morphology.PlaneMask;

/**
 * Otsu's thresholds between two or more classes, of all voxels or of those in a mask: the largest variance between the
 * classes over a histogram of 1024 bins from the smallest to the largest value, by dynamic programming, O(classes
 * bins²).
 */
final class ClassThresholds {

    private static final int BINS = 1024;

    private final Volume volume;
    private final Volume mask;

    private ClassThresholds(final Volume volume, final Volume mask) {
        this.volume = volume;
        this.mask = mask;
    }

    /**
     * @param mask not 0 where voxels count; null for all. What is not a number never counts
     * @return ascending, one fewer than classes
     * @throws SegmentationException if there are fewer different values than classes
     */
    static double[] of(final Volume volume, final Volume mask, final int classes, final Progress progress) {
        return new ClassThresholds(volume, mask).find(classes, progress);
    }

    private double[] find(final int classes, final Progress progress) {
        final int planes = (int)volume.shape().z();
        final float[] range = Blocks.map(planes, progress.part(0, 0.5), "Looking for thresholds", z -> range(plane(z)))
            .stream().reduce((a, b) -> new float[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])}).orElseThrow();
        final double width = ((double)range[1] - range[0]) / BINS;
        if (!(width > 0)) {
            throw tooFew(classes);
        }
        final List<long[]> parts = Blocks.map(planes, progress.part(0.5, 1), "Looking for thresholds", z -> {
            final long[] counts = new long[BINS];
            for (final float value : plane(z)) {
                if (value == value) {
                    counts[(int)Math.min(BINS - 1, (value - range[0]) / width)]++;
                }
            }
            return counts;
        });
        final long[] counts = new long[BINS];
        parts.forEach(part -> Arrays.setAll(counts, i -> counts[i] + part[i]));
        final int[] ends = split(counts, classes);
        return Arrays.stream(ends).mapToDouble(end -> range[0] + end * width).toArray();
    }

    private SegmentationException tooFew(final int classes) {
        return new SegmentationException(volume.name() + " has too few different grey values"
            + (mask == null ? "" : " in the solid") + " for " + classes + " classes. Enter thresholds, or take fewer "
            + "classes.");
    }

    private float[] plane(final long z) {
        final float[] values = new float[(int)(volume.shape().x() * volume.shape().y())];
        volume.read(PlaneMask.plane(volume, z), values);
        final float[] inside = new float[values.length];
        Arrays.fill(inside, 1);
        if (mask != null) {
            mask.read(PlaneMask.plane(mask, z), inside);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = inside[i] != 0 && Math.abs(values[i]) <= Float.MAX_VALUE ? values[i] : Float.NaN;
        }
        return values;
    }

    private static float[] range(final float[] values) {
        final float[] range = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
        for (final float value : values) {
            if (value == value) {
                range[0] = Math.min(range[0], value);
                range[1] = Math.max(range[1], value);
            }
        }
        return range;
    }

    /** First bins of all classes but the first. */
    private int[] split(final long[] counts, final int classes) {
        final double[] n = new double[BINS + 1];
        final double[] sum = new double[BINS + 1];
        for (int i = 0; i < BINS; i++) {
            n[i + 1] = n[i] + counts[i];
            sum[i + 1] = sum[i] + counts[i] * (double)i;
        }
        final double[][] best = new double[classes + 1][BINS + 1];
        final int[][] from = new int[classes + 1][BINS + 1];
        Arrays.stream(best).forEach(row -> Arrays.fill(row, Double.NEGATIVE_INFINITY));
        best[0][0] = 0;
        for (int k = 1; k <= classes; k++) {
            for (int end = k; end <= BINS; end++) {
                for (int begin = k - 1; begin < end; begin++) {
                    final double size = n[end] - n[begin];
                    final double mass = sum[end] - sum[begin];
                    final double value = best[k - 1][begin] + mass * mass / size;
                    if (size > 0 && value > best[k][end]) {
                        best[k][end] = value;
                        from[k][end] = begin;
                    }
                }
            }
        }
        if (best[classes][BINS] == Double.NEGATIVE_INFINITY) {
            throw tooFew(classes);
        }
        final int[] ends = new int[classes - 1];
        int end = BINS;
        for (int k = classes; k > 1; k--) {
            end = from[k][end];
            ends[k - 2] = middle(counts, end);
        }
        return ends;
    }

    /** The middle of the empty bins before a class, so that the threshold lies between the values. */
    private static int middle(final long[] counts, final int first) {
        int low = first;
        while (low > 0 && counts[low - 1] == 0) {
            low--;
        }
        int high = first;
        while (high < BINS - 1 && counts[high] == 0) {
            high++;
        }
        return (low + high + 1) / 2;
    }
}
