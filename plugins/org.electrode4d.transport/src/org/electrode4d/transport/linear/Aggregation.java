// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.linear;

import java.util.Arrays;

/**
 * Groups the rows of a symmetric matrix along strong couplings, each group one row of the next coarser matrix, and
 * smooths the interpolation from there (smoothed aggregation: Vaněk, Mandel and Brezina, Computing 56, 1996). Rows
 * without strong couplings are in no group: smoothing alone solves them.
 */
final class Aggregation {

    private static final int NONE = -1;
    private static final double STRONG = 0.08;
    private static final int POWER_STEPS = 12;
    private static final double RELAXATION = 4.0 / 3;

    private final SparseMatrix matrix;
    private final double[] diagonal;
    private final int[] group;
    private int groups;

    private Aggregation(final SparseMatrix matrix) {
        this.matrix = matrix;
        this.diagonal = matrix.diagonal();
        this.group = new int[diagonal.length];
        Arrays.fill(group, NONE);
    }

    /** Interpolation from the groups to the rows; it has no columns where no row couples strongly. */
    static SparseMatrix prolongation(final SparseMatrix matrix) {
        final Aggregation aggregation = new Aggregation(matrix);
        aggregation.startGroups();
        aggregation.joinNeighbours();
        aggregation.groupRemainder();
        return aggregation.smoothed();
    }

    private boolean isStrong(final int row, final int entry) {
        final int column = matrix.pattern().indices()[entry];
        final double value = matrix.values()[entry];
        return column != row && value * value > STRONG * STRONG * diagonal[row] * diagonal[column];
    }

    /** A row whose strong neighbours are all free founds a group with them. */
    private void startGroups() {
        for (int row = 0; row < group.length; row++) {
            boolean free = group[row] == NONE;
            boolean coupled = false;
            for (int entry = start(row); entry < start(row + 1) && free; entry++) {
                if (isStrong(row, entry)) {
                    coupled = true;
                    free = group[matrix.pattern().indices()[entry]] == NONE;
                }
            }
            if (free && coupled) {
                gather(row);
            }
        }
    }

    private void gather(final int row) {
        group[row] = groups;
        for (int entry = start(row); entry < start(row + 1); entry++) {
            final int column = matrix.pattern().indices()[entry];
            if (isStrong(row, entry) && group[column] == NONE) {
                group[column] = groups;
            }
        }
        groups++;
    }

    private void joinNeighbours() {
        final int[] before = group.clone();
        for (int row = 0; row < group.length; row++) {
            double strongest = 0;
            for (int entry = start(row); entry < start(row + 1) && before[row] == NONE; entry++) {
                final int column = matrix.pattern().indices()[entry];
                final double value = matrix.values()[entry];
                if (before[column] != NONE && isStrong(row, entry)
                    && value * value / diagonal[column] > strongest) {
                    strongest = value * value / diagonal[column];
                    group[row] = before[column];
                }
            }
        }
    }

    private void groupRemainder() {
        for (int row = 0; row < group.length; row++) {
            boolean coupled = false;
            for (int entry = start(row); entry < start(row + 1) && group[row] == NONE; entry++) {
                coupled |= isStrong(row, entry);
            }
            if (coupled && group[row] == NONE) {
                gather(row);
            }
        }
    }

    private int start(final int row) {
        return matrix.pattern().starts()[row];
    }

    /** {@code (1 - w / D A) T} with the groups T and the matrix A without weak couplings, D its diagonal. */
    private SparseMatrix smoothed() {
        final SparseMatrix filtered = filtered();
        final double weight = RELAXATION / largestEigenvalue(filtered);
        final double[] values = filtered.values();
        for (int row = 0; row < group.length; row++) {
            for (int entry = start(row); entry < start(row + 1); entry++) {
                values[entry] *= -weight / diagonal[row];
            }
            filtered.add(row, row, 1);
        }
        return filtered.times(tentative());
    }

    private SparseMatrix tentative() {
        final int[] starts = new int[group.length + 1];
        final int[] indices = new int[group.length];
        for (int row = 0; row < group.length; row++) {
            starts[row + 1] = starts[row];
            if (group[row] != NONE) {
                indices[starts[row + 1]++] = group[row];
            }
        }
        final SparsityPattern pattern = new SparsityPattern(group.length, groups, starts, indices);
        final double[] ones = new double[pattern.entries()];
        Arrays.fill(ones, 1);
        return new SparseMatrix(pattern, ones);
    }

    /** Weak couplings are added to the diagonal, so that constants stay constants; {@link #diagonal} follows. */
    private SparseMatrix filtered() {
        final SparseMatrix filtered = new SparseMatrix(matrix.pattern(), matrix.values().clone());
        final double[] lumped = diagonal.clone();
        for (int row = 0; row < group.length; row++) {
            for (int entry = start(row); entry < start(row + 1); entry++) {
                if (matrix.pattern().indices()[entry] != row && !isStrong(row, entry)) {
                    lumped[row] += matrix.values()[entry];
                    filtered.values()[entry] = 0;
                }
            }
        }
        for (int row = 0; row < group.length; row++) {
            if (lumped[row] > diagonal[row] / 2) {
                filtered.add(row, row, lumped[row] - diagonal[row]);
                diagonal[row] = lumped[row];
            }
        }
        return filtered;
    }

    /** Of the matrix scaled by its diagonal; power iteration, which stays below it, from a fixed uneven vector. */
    private double largestEigenvalue(final SparseMatrix filtered) {
        double[] x = new double[diagonal.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = 1 + 0.5 * ((i * 7919L) % 101) / 101 - (i & 1);
        }
        double value = 1;
        for (int step = 0; step < POWER_STEPS; step++) {
            final double norm = Math.sqrt(RowChunks.dot(x, x));
            final double[] y = filtered.times(x);
            for (int i = 0; i < y.length; i++) {
                y[i] /= diagonal[i] * norm;
            }
            value = Math.sqrt(RowChunks.dot(y, y));
            x = y;
        }
        return 1.1 * value;
    }
}
