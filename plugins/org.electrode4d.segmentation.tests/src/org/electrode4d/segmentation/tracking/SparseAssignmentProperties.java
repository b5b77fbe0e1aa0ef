// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.electrode4d.segmentation.tracking.SparseAssignment.Pair;

final class SparseAssignmentProperties {

    /** Costs of pairs; infinite where none may be. */
    private static double least(final double[][] cost, final double[] rows, final double[] columns, final int row,
        final boolean[] taken) {
        if (row == rows.length) {
            double rest = 0;
            for (int j = 0; j < columns.length; j++) {
                rest += taken[j] ? 0 : columns[j];
            }
            return rest;
        }
        double best = rows[row] + least(cost, rows, columns, row + 1, taken);
        for (int j = 0; j < columns.length; j++) {
            if (!taken[j] && cost[row][j] < Double.POSITIVE_INFINITY) {
                taken[j] = true;
                best = Math.min(best, cost[row][j] + least(cost, rows, columns, row + 1, taken));
                taken[j] = false;
            }
        }
        return best;
    }

    private static double[] alone(final int count, final Random random) {
        return random.doubles(count, 0, 8).map(Math::rint).toArray();
    }

    @Property(tries = 300)
    void allAssignmentsAreDearerAndMarginsAreThoseOfTheNextBest(@ForAll @IntRange(max = 6) final int rows,
        @ForAll @IntRange(max = 6) final int columns, @ForAll final long seed) {
        final Random random = new Random(seed);
        final double[] rowAlone = alone(rows, random);
        final double[] columnAlone = alone(columns, random);
        final double[][] cost = new double[rows][columns];
        final List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                // whole numbers make ties
                cost[i][j] = random.nextDouble() < 0.3 ? Double.POSITIVE_INFINITY : random.nextInt(12);
                if (cost[i][j] < Double.POSITIVE_INFINITY) {
                    pairs.add(new Pair(i, j, cost[i][j]));
                }
            }
        }
        final SparseAssignment found = SparseAssignment.of(rowAlone, columnAlone, pairs);
        final double best = least(cost, rowAlone, columnAlone, 0, new boolean[columns]);
        assertEquals(best, found.total(), 1e-9);
        assertEquals(best, sum(found, cost, rowAlone, columnAlone), 1e-9);
        final AssignmentMargins margins = new AssignmentMargins(found);
        for (int i = 0; i < rows; i++) {
            final int j = found.columnOf(i);
            if (j >= 0) {
                final double own = cost[i][j];
                cost[i][j] = Double.POSITIVE_INFINITY;
                final double without = least(cost, rowAlone, columnAlone, 0, new boolean[columns]);
                assertEquals(without - best, margins.of(i, 1000), 1e-9);
                cost[i][j] = own;
            }
        }
    }

    private static double sum(final SparseAssignment found, final double[][] cost, final double[] rowAlone,
        final double[] columnAlone) {
        double sum = 0;
        for (int i = 0; i < rowAlone.length; i++) {
            final int j = found.columnOf(i);
            sum += j < 0 ? rowAlone[i] : cost[i][j];
            assertEquals(i, j < 0 ? i : found.rowOf(j));
        }
        for (int j = 0; j < columnAlone.length; j++) {
            sum += found.rowOf(j) < 0 ? columnAlone[j] : 0;
        }
        return sum;
    }
}
