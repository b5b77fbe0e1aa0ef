// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.threshold;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.electrode4d.segmentation.GreyImages;
import org.electrode4d.volume.Progress;

class OtsuProperties {

    @Property(tries = 300)
    void isTheBestOfAllWaysToCutTheHistogram(
        @ForAll @Size(min = 8, max = 40) final List<@IntRange(min = 0, max = 14) Integer> values,
        @ForAll @IntRange(min = 2, max = 4) final int classes) {
        final GreyCounts grey = GreyCounts.of(
            GreyImages.image(values.stream().mapToInt(Integer::intValue).toArray()), null, Progress.NONE);
        if (grey.bins() < classes) {
            return;
        }
        final double most = cuts(grey.bins(), classes).stream().mapToDouble(cut -> between(grey, cut)).max()
            .orElseThrow();
        final double[] found = Otsu.thresholds(grey, classes);
        final int[] cut = new int[classes + 1];
        for (int i = 0; i < found.length; i++) {
            cut[i + 1] = grey.below(found[i]);
        }
        cut[classes] = grey.bins();
        assertArrayEquals(new double[] {most}, new double[] {between(grey, cut)}, 1e-9 * Math.abs(most));
    }

    /** The thresholds of a histogram shifted by a constant are shifted by it. */
    @Property(tries = 100)
    void followsTheGreyValues(
        @ForAll @Size(min = 10, max = 40) final List<@IntRange(min = 0, max = 100) Integer> values,
        @ForAll @IntRange(min = 1, max = 150) final int shift) {
        final GreyCounts grey = counts(values, 0);
        if (grey.bins() >= 3) {
            final double[] moved = Otsu.thresholds(grey, 3);
            moved[0] += shift;
            moved[1] += shift;
            assertArrayEquals(moved, Otsu.thresholds(counts(values, shift), 3));
        }
    }

    private static GreyCounts counts(final List<Integer> values, final int shift) {
        return GreyCounts.of(GreyImages.image(values.stream().mapToInt(value -> value + shift).toArray()), null,
            Progress.NONE);
    }

    private static double between(final GreyCounts grey, final int[] cut) {
        final double mean = grey.mean(0, grey.bins());
        double sum = 0;
        for (int k = 0; k + 1 < cut.length; k++) {
            sum += grey.voxels(cut[k], cut[k + 1]) * Math.pow(grey.mean(cut[k], cut[k + 1]) - mean, 2);
        }
        return sum;
    }

    /** All ways to divide bins into classes: where each begins, and the end. */
    private static List<int[]> cuts(final int bins, final int classes) {
        final List<int[]> all = new ArrayList<>();
        if (classes == 1) {
            all.add(new int[] {0, bins});
            return all;
        }
        for (int last = classes - 1; last < bins; last++) {
            for (final int[] before : cuts(last, classes - 1)) {
                final int[] cut = Arrays.copyOf(before, classes + 1);
                cut[classes] = bins;
                all.add(cut);
            }
        }
        return all;
    }
}
