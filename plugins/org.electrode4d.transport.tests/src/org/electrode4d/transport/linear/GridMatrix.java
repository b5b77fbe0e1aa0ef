// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.linear;

import java.util.Arrays;

/** Conductances between neighbours on a square grid, with something that holds the first row of it. */
final class GridMatrix {

    private final int edge;

    GridMatrix(final int edge) {
        this.edge = edge;
    }

    /** Conductance between two neighbouring places. */
    @FunctionalInterface
    interface Conductance {
        double between(int a, int b);
    }

    private int[] neighbours(final int row) {
        final int[] found = new int[5];
        int count = 0;
        for (final int step : new int[]{-edge, -1, 0, 1, edge}) {
            final boolean crosses = step == -1 && row % edge == 0 || step == 1 && row % edge == edge - 1;
            if (row + step >= 0 && row + step < edge * edge && !crosses) {
                found[count++] = row + step;
            }
        }
        return Arrays.copyOf(found, count);
    }

    SparsityPattern pattern() {
        final int[] starts = new int[edge * edge + 1];
        final int[] indices = new int[5 * edge * edge];
        for (int row = 0; row < edge * edge; row++) {
            final int[] columns = neighbours(row);
            System.arraycopy(columns, 0, indices, starts[row], columns.length);
            starts[row + 1] = starts[row] + columns.length;
        }
        return new SparsityPattern(edge * edge, edge * edge, starts, Arrays.copyOf(indices, starts[edge * edge]));
    }

    SparseMatrix stiffness(final SparsityPattern pattern, final Conductance conductance) {
        final SparseMatrix matrix = new SparseMatrix(pattern);
        for (int row = 0; row < edge * edge; row++) {
            for (final int column : neighbours(row)) {
                if (column != row) {
                    matrix.add(row, column, -conductance.between(row, column));
                    matrix.add(row, row, conductance.between(row, column));
                }
            }
            if (row < edge) {
                matrix.add(row, row, 1);
            }
        }
        return matrix;
    }

    static SparseMatrix identity(final SparsityPattern pattern) {
        final SparseMatrix matrix = new SparseMatrix(pattern);
        for (int row = 0; row < pattern.rows(); row++) {
            matrix.add(row, row, 1);
        }
        return matrix;
    }
}
