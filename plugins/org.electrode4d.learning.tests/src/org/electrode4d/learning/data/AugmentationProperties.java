// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class AugmentationProperties {

    @Property(tries = 200)
    void nothingIsMadeUp(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 20) final int rows,
        @ForAll @IntRange(min = 1, max = 20) final int columns) {
        final SplittableRandom random = new SplittableRandom(seed);
        final float[] image = new float[rows * columns];
        final int[] classes = new int[image.length];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float)random.nextDouble(-1, 1);
            classes[i] = random.nextInt(3) - 1;
        }
        final LabelledSlice slice = Slices.of(columns, image, classes);
        final LabelledSlice changed = Augmentation.PAPER.apply(slice, slice.whole(), seed);
        assertEquals(rows, changed.rows());
        assertEquals(columns, changed.columns());
        for (int i = 0; i < image.length; i++) {
            assertTrue(Math.abs(changed.image()[i]) <= 1);
            assertTrue(changed.classes()[i] >= -1 && changed.classes()[i] <= 1);
        }
    }

    @Property(tries = 100)
    void whatIsTheSameEverywhereStays(@ForAll final long seed,
        @ForAll @IntRange(min = -5, max = 5) final int value) {
        final float[] image = new float[12 * 17];
        Arrays.fill(image, value);
        final LabelledSlice slice = Slices.of(17, image, new int[image.length]);
        final LabelledSlice changed = Augmentation.PAPER.apply(slice, new Window(-3, 2, 9, 30), seed);
        for (int i = 0; i < changed.image().length; i++) {
            assertEquals(value, changed.image()[i]);
            assertTrue(changed.classes()[i] <= 0);
        }
    }
}
