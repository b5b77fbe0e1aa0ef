// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
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

    @Property(tries = 60)
    void ofManyValuesTheMedianIsSelectedToo(@ForAll @IntRange(min = 150, max = 20_000) final int count,
        @ForAll @IntRange(min = 1, max = 1000) final int different, @ForAll final int seed) {
        final Random random = new Random(seed);
        final float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextInt(different) - different / 2;
        }
        assertEquals(median(values) + 0.0, Selection.median(values.clone(), count) + 0.0);
    }

    @Property(tries = 100)
    void rowsHaveTheMediansOfTheirWindows(@ForAll @IntRange(min = 1, max = 15) final int half,
        @ForAll @IntRange(min = 0, max = 9) final int more, @ForAll final int seed) {
        final Random random = new Random(seed);
        final float[] line = new float[2 * half + 1 + more];
        final float[][] rows = new float[line.length][1];
        for (int i = 0; i < line.length; i++) {
            line[i] = random.nextInt(20) - 10;
            rows[i][0] = line[i];
        }
        final MedianRows medians = new MedianRows(half, 1);
        for (int place = 0; place <= half; place++) {
            medians.sort(rows, place);
        }
        final float[] difference = new float[1];
        for (int place = half; place + half < line.length; place++) {
            medians.sort(rows, place + 1);
            medians.differences(rows, place, difference);
            assertEquals(line[place] - median(Arrays.copyOfRange(line, place - half, place + half + 1)),
                difference[0] + 0.0);
        }
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
