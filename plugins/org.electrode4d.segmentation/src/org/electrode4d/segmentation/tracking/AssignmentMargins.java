// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.electrode4d.segmentation.tracking.SparseAssignment.Reached;

/**
 * How much dearer the cheapest assignment without a certain link is. A link is removed, and the shortest way is sought
 * to put its row and its column to other use: a cycle through the residual graph of the assignment, in which all that
 * is alone (and all that may become so) is joined in one further place. One search serves every way from there; the
 * rest is a search from the row that ends at the margin asked for, hence is short for links that are beyond doubt.
 */
final class AssignmentMargins {

    private final SparseAssignment solution;
    /** Shortest way from the place of what is alone to each column. */
    private final double[] fromAlone;

    AssignmentMargins(final SparseAssignment solution) {
        this.solution = solution;
        fromAlone = new double[solution.rowOf.length];
        Arrays.fill(fromAlone, Double.POSITIVE_INFINITY);
        final PriorityQueue<Reached> queue = new PriorityQueue<>(Reached.NEAREST);
        for (int column = 0; column < fromAlone.length; column++) {
            if (solution.rowOf[column] >= 0) {
                fromAlone[column] = Math.max(0, -solution.v[column]);
                queue.add(new Reached(fromAlone[column], column));
            }
        }
        for (int row = 0; row < solution.columnOf.length; row++) {
            if (solution.columnOf[row] < 0) {
                relaxAlone(row, 0, queue);
            }
        }
        while (!queue.isEmpty()) {
            final Reached next = queue.poll();
            if (next.distance() <= fromAlone[next.column()] && solution.rowOf[next.column()] >= 0) {
                relaxAlone(solution.rowOf[next.column()], next.distance(), queue);
            }
        }
    }

    private void relaxAlone(final int row, final double reached, final PriorityQueue<Reached> queue) {
        for (int e = solution.start[row]; e < solution.start[row + 1]; e++) {
            final double length = reached + reduced(row, e);
            if (length < fromAlone[solution.column[e]]) {
                fromAlone[solution.column[e]] = length;
                queue.add(new Reached(length, solution.column[e]));
            }
        }
    }

    private double reduced(final int row, final int edge) {
        return Math.max(0, solution.cost[edge] - solution.u[row] - solution.v[solution.column[edge]]);
    }

    private double alone(final int row) {
        return Math.max(0, solution.rowAlone[row] - solution.u[row]);
    }

    /**
     * The margin of the link of a row.
     *
     * @param row that is linked
     * @param most the largest margin of interest
     * @return how much the total grows without this link, 0 to {@code most}
     */
    double of(final int row, final double most) {
        final int own = solution.columnOf[row];
        final Map<Integer, Double> distance = new HashMap<>();
        final PriorityQueue<Reached> queue = new PriorityQueue<>(Reached.NEAREST);
        double least = Math.min(most, alone(row) + fromAlone[own]);
        relax(row, 0, distance, queue);
        while (!queue.isEmpty() && queue.peek().distance() < least) {
            final Reached next = queue.poll();
            final int other = solution.rowOf[next.column()];
            if (next.column() == own) {
                least = next.distance();
            } else if (other < 0) {
                least = Math.min(least, next.distance() + fromAlone[own]);
            } else if (next.distance() <= distance.get(next.column())) {
                least = Math.min(least, next.distance() + alone(other) + fromAlone[own]);
                relax(other, next.distance(), distance, queue);
            }
        }
        return least;
    }

    private void relax(final int row, final double reached, final Map<Integer, Double> distance,
        final PriorityQueue<Reached> queue) {
        for (int e = solution.start[row]; e < solution.start[row + 1]; e++) {
            final int column = solution.column[e];
            if (column != solution.columnOf[row]) {
                final double length = reached + reduced(row, e);
                if (length < distance.getOrDefault(column, Double.POSITIVE_INFINITY)) {
                    distance.put(column, length);
                    queue.add(new Reached(length, column));
                }
            }
        }
    }
}
