// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.electrode4d.segmentation.PairCounts.Entry;
import org.junit.jupiter.api.Test;

class PairCountsTest {

    @Test
    void pairsAreCountedAndSorted() {
        final PairCounts counts = new PairCounts();
        counts.add(0, 0, 1);
        counts.add(7, -3, 2);
        counts.add(-1, 5, 4);
        counts.add(7, -3, 1);
        assertEquals(List.of(new Entry(-1, 5, 4), new Entry(0, 0, 1), new Entry(7, -3, 3)), counts.entries());
        assertEquals(3, counts.get(7, -3));
        assertEquals(0, counts.get(-3, 7));
    }

    @Test
    void manyPairsAreKept() {
        final PairCounts counts = new PairCounts();
        final int[][] expected = new int[40][40];
        final Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            final int a = random.nextInt(40);
            final int b = random.nextInt(40);
            expected[a][b]++;
            counts.add(a, b, 1);
        }
        final PairCounts doubled = new PairCounts();
        doubled.addAll(counts);
        doubled.addAll(counts);
        for (final Entry entry : doubled.entries()) {
            assertEquals(2 * expected[entry.first()][entry.second()], entry.count());
        }
        assertEquals(1600, doubled.size());
    }
}
