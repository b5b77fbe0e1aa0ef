// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import java.util.Arrays;
import java.util.BitSet;
import org.electrode4d.volume.Progress;

/**
 * Moves vertices towards their targets as far as all elements stay good: vertices of an element that would be bad go a
 * quarter of their way less, until none is. It ends, as elements are good where nothing is moved.
 */
final class GuardedMove {

    /** Least mean ratios, in units of cells: at least 13 degrees in a triangle, some 5 between faces of a tetrahedron. */
    private static final double LEAST_TRIANGLE = 0.4;
    private static final double LEAST_TETRAHEDRON = 0.25;
    private static final byte QUARTERS = 4;

    private final int dimension;
    private final int[] cells;
    private final double[] points;
    private final double[] shifts;
    private final byte[] quarters;
    private final BitSet bad = new BitSet();

    private GuardedMove(final int dimension, final int[] cells, final double[] points, final double[] targets) {
        this.dimension = dimension;
        this.cells = cells;
        this.points = points;
        shifts = targets;
        for (int i = 0; i < shifts.length; i++) {
            shifts[i] -= points[i];
        }
        quarters = new byte[points.length / dimension];
        Arrays.fill(quarters, QUARTERS);
    }

    /**
     * @param points where vertices are and all elements good; changed to where they are moved
     * @param targets where they are to be; afterwards of no meaning
     */
    static void move(final int dimension, final int[] cells, final double[] points, final double[] targets,
        final Progress progress) {
        new GuardedMove(dimension, cells, points, targets).move(progress);
    }

    private void move(final Progress progress) {
        for (int i = 0; i < points.length; i++) {
            points[i] += shifts[i];
        }
        final int[] touched = touched();
        do {
            progress.check();
            bad.clear();
            for (int i = 0; i < touched.length; i++) {
                if (i % 10_000 == 0) {
                    progress.check();
                }
                if (isBad(touched[i])) {
                    markMoved(touched[i]);
                }
            }
            bad.stream().forEach(this::moveBack);
        } while (!bad.isEmpty());
    }

    /** Elements with a vertex that is moved. */
    private int[] touched() {
        final int corners = dimension + 1;
        final int[] touched = new int[cells.length / corners];
        int count = 0;
        for (int cell = 0; cell < touched.length; cell++) {
            boolean any = false;
            for (int slot = cell * corners; slot < (cell + 1) * corners && !any; slot++) {
                any = isMoved(cells[slot]);
            }
            if (any) {
                touched[count++] = cell;
            }
        }
        return Arrays.copyOf(touched, count);
    }

    private boolean isMoved(final int vertex) {
        boolean moved = false;
        for (int axis = 0; axis < dimension; axis++) {
            moved |= shifts[vertex * dimension + axis] != 0;
        }
        return moved && quarters[vertex] > 0;
    }

    private boolean isBad(final int cell) {
        final int first = cell * (dimension + 1);
        return dimension == 2
            ? MeanRatio.triangle(points, cells[first], cells[first + 1], cells[first + 2]) < LEAST_TRIANGLE
            : MeanRatio.tetrahedron(points, cells, first) < LEAST_TETRAHEDRON;
    }

    private void markMoved(final int cell) {
        for (int corner = 0; corner <= dimension; corner++) {
            final int vertex = cells[cell * (dimension + 1) + corner];
            if (isMoved(vertex)) {
                bad.set(vertex);
            }
        }
    }

    private void moveBack(final int vertex) {
        quarters[vertex]--;
        for (int axis = 0; axis < dimension; axis++) {
            points[vertex * dimension + axis] -= shifts[vertex * dimension + axis] / QUARTERS;
        }
    }
}
