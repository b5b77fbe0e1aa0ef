// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The cheapest way to link rows with columns, each with one at most, where only some pairs may be linked and everything
 * may stay alone at a price: minimises the sum of the costs of all links, unlinked rows and unlinked columns. Exact.
 *
 * <p>Shortest augmenting paths with dual prices (Jonker and Volgenant, Computing 38, 1987; rectangular and sparse as in
 * Crouse, IEEE Trans. Aerosp. Electron. Syst. 52, 2016). A path never leaves the connected component of its row, so
 * that the graph is solved component by component: O(r e log e) for components of r rows and e pairs. Pairs that cost
 * more than leaving both alone are never linked and are left out before. Equal costs are decided by the lower numbers.
 */
public final class SparseAssignment {

    private static final int NONE = -1;

    final double[] rowAlone;
    /** First pair of each row; pairs are sorted by row and column. */
    final int[] start;
    final int[] column;
    /** Cost of a pair less that of leaving the column alone, so that columns alone cost nothing. */
    final double[] cost;
    final int[] columnOf;
    final int[] rowOf;
    /** Dual prices: cost - u - v is not negative, and zero for links; v is zero for columns that are alone. */
    final double[] u;
    final double[] v;
    private final double total;
    private final double[] distance;
    private final int[] via;

    /** A pair that may be linked. */
    public record Pair(int row, int column, double cost) {
    }

    /** A column that a search can reach. */
    record Reached(double distance, int column) {

        static final Comparator<Reached> NEAREST =
            Comparator.comparingDouble(Reached::distance).thenComparingInt(Reached::column);
    }

    private SparseAssignment(final double[] rowAlone, final double[] columnAlone, final List<Pair> pairs) {
        this.rowAlone = rowAlone.clone();
        final List<Pair> useful = pairs.stream()
            .filter(p -> p.cost < rowAlone[p.row] + columnAlone[p.column])
            .sorted(Comparator.comparingInt(Pair::row).thenComparingInt(Pair::column)).toList();
        start = new int[rowAlone.length + 1];
        useful.forEach(p -> start[p.row + 1]++);
        Arrays.parallelPrefix(start, Integer::sum);
        column = useful.stream().mapToInt(Pair::column).toArray();
        cost = useful.stream().mapToDouble(p -> p.cost - columnAlone[p.column]).toArray();
        columnOf = new int[rowAlone.length];
        rowOf = new int[columnAlone.length];
        Arrays.fill(columnOf, NONE);
        Arrays.fill(rowOf, NONE);
        u = new double[rowAlone.length];
        v = new double[columnAlone.length];
        distance = new double[columnAlone.length];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        via = new int[columnAlone.length];
        for (int row = 0; row < rowAlone.length; row++) {
            augment(row);
        }
        total = Arrays.stream(u).sum() + Arrays.stream(v).sum() + Arrays.stream(columnAlone).sum();
    }

    /**
     * Solves the problem.
     *
     * @param rowAlone cost of leaving each row unlinked
     * @param columnAlone cost of leaving each column unlinked
     * @param pairs that may be linked, at most one per row and column
     */
    public static SparseAssignment of(final double[] rowAlone, final double[] columnAlone, final List<Pair> pairs) {
        return new SparseAssignment(rowAlone, columnAlone, pairs);
    }

    /** The column that a row is linked with; -1 where it is alone. */
    public int columnOf(final int row) {
        return columnOf[row];
    }

    /** The row that a column is linked with; -1 where it is alone. */
    public int rowOf(final int column) {
        return rowOf[column];
    }

    /** The least cost. */
    public double total() {
        return total;
    }

    private void augment(final int source) {
        final PriorityQueue<Reached> queue = new PriorityQueue<>(Reached.NEAREST);
        final int[] settled = new int[rowOf.length == 0 ? 0 : Math.min(rowOf.length, source + 1)];
        int count = 0;
        int row = source;
        double reached = 0;
        double leastAlone = Double.POSITIVE_INFINITY;
        int alone = NONE;
        while (true) {
            if (reached + rowAlone[row] - u[row] < leastAlone) {
                leastAlone = reached + rowAlone[row] - u[row];
                alone = row;
            }
            relax(row, reached, row == source, queue);
            final Reached next = next(queue);
            final boolean leave = next == null || leastAlone <= next.distance;
            if (leave || rowOf[next.column] == NONE) {
                final double length = leave ? leastAlone : next.distance;
                price(source, length, settled, count);
                link(source, leave ? alone : NONE, leave ? NONE : next.column);
                forget(queue, settled, count);
                if (next != null) {
                    distance[next.column] = Double.POSITIVE_INFINITY;
                }
                return;
            }
            settled[count++] = next.column;
            row = rowOf[next.column];
            reached = next.distance;
        }
    }

    /** Only the source, which has no price yet, may have negative reduced costs; rounding must not make others. */
    private void relax(final int row, final double reached, final boolean isSource,
        final PriorityQueue<Reached> queue) {
        for (int e = start[row]; e < start[row + 1]; e++) {
            final double reduced = cost[e] - u[row] - v[column[e]];
            final double length = isSource ? reduced : reached + Math.max(0, reduced);
            if (length < distance[column[e]]) {
                distance[column[e]] = length;
                via[column[e]] = row;
                queue.add(new Reached(length, column[e]));
            }
        }
    }

    /** The nearest column not settled yet; null where there is none. Entries that were improved since are passed. */
    private Reached next(final PriorityQueue<Reached> queue) {
        Reached next = queue.poll();
        while (next != null && next.distance > distance[next.column]) {
            next = queue.poll();
        }
        return next;
    }

    private void price(final int source, final double length, final int[] settled, final int count) {
        u[source] += length;
        for (int i = 0; i < count; i++) {
            final double rest = length - distance[settled[i]];
            u[rowOf[settled[i]]] += rest;
            v[settled[i]] -= rest;
        }
    }

    /** Exchanges the links along the path that ends at a row which is left alone, or at a free column. */
    private void link(final int source, final int alone, final int free) {
        int end = free;
        if (alone == source) {
            return;
        } else if (alone != NONE) {
            end = columnOf[alone];
            columnOf[alone] = NONE;
        }
        int row = NONE;
        while (row != source) {
            row = via[end];
            final int before = columnOf[row];
            columnOf[row] = end;
            rowOf[end] = row;
            end = before;
        }
    }

    private void forget(final PriorityQueue<Reached> queue, final int[] settled, final int count) {
        queue.forEach(entry -> distance[entry.column] = Double.POSITIVE_INFINITY);
        for (int i = 0; i < count; i++) {
            distance[settled[i]] = Double.POSITIVE_INFINITY;
        }
    }
}
