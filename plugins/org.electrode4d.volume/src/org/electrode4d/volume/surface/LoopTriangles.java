// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.surface;

import java.util.List;
import org.electrode4d.volume.Point;

/**
 * Divides a loop of edges into triangles: of all ways without an inner edge in a face of the cell the one of the
 * smallest area. The best way from one place of the loop to another is made of the best ways to and from a third one.
 */
final class LoopTriangles {

    private final List<Integer> loop;
    private final int[][] faces;
    private final double[][] area;
    private final int[][] third;

    LoopTriangles(final List<Integer> loop, final int[][] faces) {
        this.loop = loop;
        this.faces = faces;
        final int size = loop.size();
        area = new double[size][size];
        third = new int[size][size];
        for (int span = 2; span < size; span++) {
            for (int from = 0; from + span < size; from++) {
                choose(from, from + span);
            }
        }
    }

    void addTo(final List<Integer> triangles) {
        add(0, loop.size() - 1, triangles);
    }

    private void add(final int from, final int to, final List<Integer> triangles) {
        if (to - from > 1) {
            final int middle = third[from][to];
            triangles.addAll(List.of(loop.get(from), loop.get(middle), loop.get(to)));
            add(from, middle, triangles);
            add(middle, to, triangles);
        }
    }

    private void choose(final int from, final int to) {
        area[from][to] = Double.POSITIVE_INFINITY;
        for (int middle = from + 1; middle < to; middle++) {
            final double sum = area[from][middle] + area[middle][to] + triangle(from, middle, to)
                + diagonal(from, middle) + diagonal(middle, to);
            // areas that are equal but for rounding must not decide
            if (sum < area[from][to] - 1e-9 || third[from][to] == 0) {
                area[from][to] = sum;
                third[from][to] = middle;
            }
        }
    }

    /** What forbids an inner edge in a face. */
    private double diagonal(final int from, final int to) {
        return to - from > 1 && CellCases.isInFace(loop.get(from), loop.get(to), faces) ? Double.POSITIVE_INFINITY : 0;
    }

    private double triangle(final int a, final int b, final int c) {
        final Point first = middle(loop.get(b)).minus(middle(loop.get(a)));
        final Point second = middle(loop.get(c)).minus(middle(loop.get(a)));
        return new Point(first.y() * second.z() - first.z() * second.y(),
            first.z() * second.x() - first.x() * second.z(),
            first.x() * second.y() - first.y() * second.x()).norm() / 2;
    }

    private static Point middle(final int edge) {
        final double[] at = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            at[axis] = CellCases.axis(edge) == axis ? 0.5 : CellCases.coordinate(CellCases.start(edge), axis);
        }
        return new Point(at[0], at[1], at[2]);
    }
}
