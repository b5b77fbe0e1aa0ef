// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SparseMatrixTest {

    /** <pre>1 2 0 / 0 3 4</pre> */
    private static SparseMatrix matrix() {
        return new SparseMatrix(new SparsityPattern(2, 3, new int[]{0, 2, 4}, new int[]{0, 1, 1, 2}),
            new double[]{1, 2, 3, 4});
    }

    @Test
    void itMultipliesVectors() {
        assertArrayEquals(new double[]{5, 18}, matrix().times(new double[]{1, 2, 3}));
    }

    @Test
    void rowsAndColumnsAreExchanged() {
        final SparseMatrix turned = matrix().transpose();
        assertArrayEquals(new double[]{1, 8, 8}, turned.times(new double[]{1, 2}));
        assertEquals(4, turned.get(2, 1));
    }

    @Test
    void productsOfMatricesHaveSortedRows() {
        final SparseMatrix square = matrix().times(matrix().transpose());
        assertArrayEquals(new int[]{0, 1, 0, 1}, square.pattern().indices());
        assertArrayEquals(new double[]{5, 6, 6, 25}, square.values());
    }

    @Test
    void combinationsShareThePattern() {
        final SparseMatrix a = matrix();
        final SparseMatrix sum = new SparseMatrix(a.pattern());
        sum.setSum(a, -0.5, a);
        assertArrayEquals(new double[]{0.5, 1, 1.5, 2}, sum.values());
    }
}
