// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.electrode4d.learning.LearningException;

class TileAxisProperties {

    @Property(tries = 400)
    void theWeightsOfAllTilesAtAPixelAddUpToOne(@ForAll @IntRange(min = 1, max = 700) final int extent,
        @ForAll @IntRange(min = 1, max = 20) final int blocks, @ForAll @IntRange(min = 0, max = 3) final int halvings,
        @ForAll @IntRange(min = 0, max = 100) final int percent) {
        final int divisor = 1 << halvings;
        final int size = blocks * divisor;
        final int overlap = size * percent / 200;
        final TileAxis axis = TileAxis.of(extent, new Tiles(size, overlap), divisor);
        assertEquals(0, axis.size() % divisor);
        final float[] sums = new float[extent];
        for (int tile = 0; tile < axis.count(); tile++) {
            final float[] weights = axis.weights(tile);
            for (int i = 0; i < weights.length && axis.start(tile) + i < extent; i++) {
                sums[axis.start(tile) + i] += weights[i];
            }
        }
        final float[] ones = new float[extent];
        Arrays.fill(ones, 1);
        assertArrayEquals(ones, sums, 1e-6f);
    }

    @Property(tries = 100)
    void neighboursShareAtLeastTheOverlap(@ForAll @IntRange(min = 1, max = 5000) final int extent) {
        final TileAxis axis = TileAxis.of(extent, Tiles.DEFAULT, 16);
        for (int tile = 1; tile < axis.count(); tile++) {
            final int shared = axis.start(tile - 1) + axis.size() - axis.start(tile);
            assertEquals(true, shared >= 64, () -> "" + shared);
        }
        assertEquals(Math.max(1, (extent - 64 + 447) / 448), axis.count());
    }

    @Property(tries = 1)
    void tilesThatCannotBeAreRefused() {
        assertThrows(LearningException.class, () -> new Tiles(64, 33));
        assertThrows(LearningException.class, () -> new Tiles(0, 0));
        assertThrows(LearningException.class, () -> TileAxis.of(100, new Tiles(15, 0), 16));
    }
}
