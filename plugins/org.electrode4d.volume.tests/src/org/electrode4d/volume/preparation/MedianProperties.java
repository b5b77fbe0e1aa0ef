// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MedianProperties {

    private static double median(final float[] values) {
        final float[] sorted = values.clone();
        Arrays.sort(sorted);
        return ((double)sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    @Property(tries = 300)
    void theSelectedMedianIsThatOfTheSortedValues(
        @ForAll @Size(min = 1, max = 40) final int[] values) {
        final float[] floats = floats(values);
        assertEquals(median(floats) + 0.0, Selection.median(floats.clone(), floats.length) + 0.0);
    }

    @Property(tries = 300)
    void theWindowHoldsWhatWasNotYetReplaced(
        @ForAll @Size(min = 3, max = 40) final int[] values,
        @ForAll @IntRange(min = 0, max = 9) final int gap) {
        final float[] floats = floats(values);
        floats[Math.min(gap, floats.length - 1)] = Float.NaN;
        final RunningMedian median = new RunningMedian(3);
        for (int i = 0; i < 3; i++) {
            median.add(floats[i]);
        }
        for (int i = 0; i + 3 <= floats.length; i++) {
            final float[] window = finite(Arrays.copyOfRange(floats, i, i + 3));
            assertEquals(window.length == 0 ? Double.NaN : median(window) + 0.0, median.median());
            if (i + 3 < floats.length) {
                median.replace(floats[i], floats[i + 3]);
            }
        }
    }

    private static float[] finite(final float[] values) {
        int count = 0;
        for (final float value : values) {
            if (!Float.isNaN(value)) {
                values[count++] = value;
            }
        }
        return Arrays.copyOf(values, count);
    }

    private static float[] floats(final int[] values) {
        final float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = values[i] % 10 == 0 && i % 2 == 0 ? -0f : values[i] % 10;
        }
        return floats;
    }
}
