// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.electrode4d.segmentation.tracking.SparseAssignment.Pair;
import org.junit.jupiter.api.Test;

final class SparseAssignmentTest {

    private static final double[] TWO = {10, 10};

    @Test
    void theSumDecidesNotTheNearest() {
        // 0 is nearest to column 0, but then 1 would have to take a dear one
        final SparseAssignment best = SparseAssignment.of(TWO, TWO,
            List.of(new Pair(0, 0, 1), new Pair(0, 1, 2), new Pair(1, 0, 2), new Pair(1, 1, 9)));
        assertEquals(1, best.columnOf(0));
        assertEquals(0, best.columnOf(1));
        assertEquals(4, best.total(), 1e-12);
        assertEquals(6, new AssignmentMargins(best).of(0, 100), 1e-12, "1 + 9 instead of 2 + 2");
        assertEquals(2.5, new AssignmentMargins(best).of(0, 2.5), 1e-12, "no more than asked for");
    }

    @Test
    void whatIsTooDearStaysAlone() {
        final SparseAssignment best = SparseAssignment.of(new double[] {3}, new double[] {3},
            List.of(new Pair(0, 0, 6.5)));
        assertEquals(-1, best.columnOf(0));
        assertEquals(-1, best.rowOf(0));
        assertEquals(6, best.total(), 1e-12);
    }

    @Test
    void aLinkWithoutRivalIsAsSureAsItIsCheaperThanBirthAndDeath() {
        final SparseAssignment best = SparseAssignment.of(new double[] {3}, new double[] {4},
            List.of(new Pair(0, 0, 0.5)));
        assertEquals(6.5, new AssignmentMargins(best).of(0, 100), 1e-12);
    }

    @Test
    void nothingToAssign() {
        assertEquals(0, SparseAssignment.of(new double[0], new double[0], List.of()).total());
        assertEquals(20, SparseAssignment.of(TWO, new double[0], List.of()).total(), 1e-12);
    }
}
