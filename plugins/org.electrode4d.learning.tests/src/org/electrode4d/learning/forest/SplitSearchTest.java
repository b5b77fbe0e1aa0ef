// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.forest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SplitSearchTest {

    @Test
    void theLimitLiesInTheMiddleOfTheGap() {
        final SplitSearch search = search(new byte[] {10, 10, 20, 30}, new int[] {0, 0, 1, 1}, 1);

        assertEquals(0, search.feature());
        assertEquals(15, search.limit());
    }

    @Test
    void leavesAreLargeEnoughOrThereIsNoSplit() {
        assertEquals(15, search(new byte[] {10, 20, 20, 30}, new int[] {0, 1, 1, 1}, 1).limit());
        assertFalse(search(new byte[] {10, 20, 20, 20}, new int[] {0, 1, 1, 1}, 2).isFound());
    }

    @Test
    void aFeatureThatIsTheSameForAllHasNoSplit() {
        assertFalse(search(new byte[] {7, 7, 7}, new int[] {0, 1, 0}, 1).isFound());
    }

    /** Few samples are sorted, many are counted; a node of many that are the same as few must split alike. */
    @Test
    void sortedAndCountedSamplesSplitAlike() {
        final Random random = new Random(3);
        for (int trial = 0; trial < 200; trial++) {
            final byte[] bins = new byte[30];
            random.nextBytes(bins);
            final int[] classes = random.ints(30, 0, 3).toArray();
            final byte[] twice = Arrays.copyOf(bins, 60);
            System.arraycopy(bins, 0, twice, 30, 30);
            final int[] twiceClasses = Arrays.copyOf(classes, 60);
            System.arraycopy(classes, 0, twiceClasses, 30, 30);

            assertEquals(search(bins, classes, 1).limit(), search(twice, twiceClasses, 2).limit());
        }
    }

    private static SplitSearch search(final byte[] bins, final int[] classes, final int minLeaf) {
        final BinnedSamples samples = new BinnedSamples(new byte[][] {bins}, classes, 3);
        final SplitSearch search = new SplitSearch(samples, new Gini(new double[] {1, 1, 1}), minLeaf);
        final byte[] copies = new byte[bins.length];
        Arrays.fill(copies, (byte)1);
        final int[] members = new int[bins.length];
        Arrays.setAll(members, i -> i);
        search.begin();
        search.look(0, NodeSamples.of(members, copies, 0, members.length, samples));
        return search;
    }
}
