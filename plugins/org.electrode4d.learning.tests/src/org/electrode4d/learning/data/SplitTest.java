// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.engine.Batch;
import org.junit.jupiter.api.Test;

final class SplitTest {

    private static final ClassScheme SCHEME = ClassScheme.parse("pore = 0; silicon = 1", OptionalInt.empty());

    @Test
    void thirtyPercentOfTenSlicesAreThree() {
        final LabelledSlices slices = slices(10);
        final Split split = Split.bySlice(slices, 0.3, 5);
        assertEquals(3, split.validation().size());
        assertEquals(7, split.training().size());
        assertTrue(split.training().stream().noneMatch(split.validation()::contains));
        assertEquals(split, Split.bySlice(slices, 0.3, 5));
        assertTrue(IntStream.range(0, 20).anyMatch(seed -> !split.equals(Split.bySlice(slices, 0.3, seed))));
        assertTrue(split.warning().isEmpty());
    }

    @Test
    void eachPartHasAtLeastOneSlice() {
        assertEquals(1, Split.bySlice(slices(2), 0.01, 1).validation().size());
        assertEquals(1, Split.bySlice(slices(2), 0.99, 1).training().size());
        assertEquals(0, Split.bySlice(slices(2), 0, 1).validation().size());
    }

    @Test
    void aSingleSliceIsTrainedWithoutValidation() {
        final Split split = Split.bySlice(slices(1), 0.3, 1);
        assertEquals(1, split.training().size());
        assertEquals("Only one slice is labelled, T0, slice XY 0: there is no validation, and nothing tells when to "
            + "stop. Label more slices.", split.warning().orElseThrow());
    }

    @Test
    void trainingLosesNoClass() {
        final LabelledSlices slices = new LabelledSlices(SCHEME, List.of(Slices.row("T0", 0, 0, 0),
            Slices.row("T0", 1, 0, 0), Slices.row("T0", 2, 1, 1)));
        for (int seed = 0; seed < 20; seed++) {
            final Split split = Split.bySlice(slices, 0.6, seed);
            assertTrue(split.training().contains(slices.slices().get(2)));
            assertEquals(1, split.validation().size());
        }
    }

    @Test
    void scansStayTogether() {
        final LabelledSlices slices = new LabelledSlices(SCHEME, List.of(Slices.row("T0", 0, 0, 1),
            Slices.row("T1", 0, 0, 1), Slices.row("T0", 1, 0, 1), Slices.row("T1", 1, 0, 1)));
        for (int seed = 0; seed < 10; seed++) {
            final Split split = Split.byScan(slices, 0.3, seed);
            assertEquals(1, split.validation().stream().map(slice -> slice.source().scan()).distinct().count());
            assertEquals(2, split.validation().size());
            assertEquals(2, split.training().size());
        }
    }

    @Test
    void aSingleScanCannotBeSplitByScan() {
        final LearningException refused =
            assertThrows(LearningException.class, () -> Split.byScan(slices(3), 0.3, 1));
        assertEquals("All labels are in one scan, T0: it cannot be split by scan. Split by slice, or label another "
            + "scan.", refused.getMessage());
        final LabelledSlices apart = new LabelledSlices(SCHEME, List.of(Slices.row("T0", 0, 0),
            Slices.row("T1", 0, 1)));
        final LearningException lost =
            assertThrows(LearningException.class, () -> Split.byScan(apart, 0.5, 1));
        assertTrue(lost.getMessage().startsWith("Each scan has a class that is labelled in no other one"));
        assertThrows(LearningException.class, () -> Split.bySlice(slices(3), 1, 1));
    }

    @Test
    void rareClassesCountMore() {
        assertEquals(List.of(0.625, 2.5), ClassWeights.balanced(new long[] {80, 20}).weights());
        assertEquals(List.of(0.5005, 10.0, 1.0), ClassWeights.balanced(new long[] {1000, 1, 0}).weights());
        assertEquals(List.of(1.0, 1.0), ClassWeights.none(2).weights());
    }

    @Test
    void aBatchHasWeightsOfPixels() {
        final Batch batch = new ClassWeights(List.of(1.0, 3.0)).batch(List.of(
            Slices.of(2, new float[] {7, 8}, 0, 1), Slices.of(2, new float[] {9, 10}, -1, 1)));
        assertArrayEquals(new int[] {2, 1, 1, 2}, batch.images().shape());
        assertArrayEquals(new float[] {7, 8, 9, 10}, batch.images().values());
        assertArrayEquals(new float[] {1, 3, 0, 3}, batch.weights());
        assertThrows(IllegalArgumentException.class, () -> ClassWeights.none(2).batch(List.of(
            Slices.of(2, new float[] {7, 8}, 0, 1), Slices.of(1, new float[] {9, 10}, -1, 1))));
    }

    @Test
    void weightsMustBePositiveAndOneForEachClass() {
        assertThrows(LearningException.class, () -> new ClassWeights(List.of(1.0, 0.0)));
        final LearningException refused = assertThrows(LearningException.class,
            () -> ClassWeights.none(3).requireFor(SCHEME));
        assertEquals("There are 3 weights for 2 classes. Give one weight for each of: pore, silicon.",
            refused.getMessage());
    }

    private static LabelledSlices slices(final int count) {
        return new LabelledSlices(SCHEME, IntStream.range(0, count)
            .mapToObj(index -> Slices.row("T0", index, 0, 1)).toList());
    }
}
