// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import java.util.function.LongConsumer;
import org.electrode4d.volume.Progress;

/** Makes the vertices and elements of the leaves of a tree, with the edge of a cell as unit. */
final class LeafElements {

    private final Leaves leaves;
    private final int dimension;
    private final CornerNumbers corners;
    private final Progress progress;

    LeafElements(final PhaseCells cells, final Leaves leaves, final Progress progress) {
        this.leaves = leaves;
        this.progress = progress;
        dimension = cells.isPlanar() ? 2 : 3;
        corners = new CornerNumbers(cells.nx() + 1, cells.ny() + 1, cells.isPlanar() ? 1 : cells.nz() + 1);
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            for (int corner = 0; corner < 1 << dimension; corner++) {
                corners.add(at(leaf, corner, 0), at(leaf, corner, 1), at(leaf, corner, 2));
            }
        }
        corners.close();
    }

    /** @param requireAtMost is told the number of elements before they are made, and may refuse */
    SimplexMesh steps(final LongConsumer requireAtMost) {
        return elements(Diagonals.REGULAR, 0, requireAtMost);
    }

    /** With smooth interfaces, as far as elements stay good. */
    SimplexMesh smooth(final PhaseCells cells, final LongConsumer requireAtMost) {
        final MovedCorners moved = MovedCorners.of(cells, corners, lattice(0), progress.part(0, 0.4));
        final SimplexMesh mesh = elements(moved, 0.4, requireAtMost);
        GuardedMove.move(dimension, mesh.cells(), mesh.points(), targets(moved, mesh.points()),
            progress.part(0.7, 1));
        return mesh;
    }

    private SimplexMesh elements(final Diagonals diagonals, final double done, final LongConsumer requireAtMost) {
        final BoxDivision division = dimension == 2 ? new SquareDivision(corners, diagonals)
            : new CubeDivision(corners, diagonals);
        long count = 0;
        int centres = 0;
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            take(leaf, division, done);
            count += division.count();
            centres += division.hasCentre() ? 1 : 0;
        }
        requireAtMost.accept(count);
        final Simplices simplices = new Simplices(dimension, (int)count);
        final double[] points = lattice(centres);
        int centre = corners.size();
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            take(leaf, division, done);
            division.divide(leaves.phase(leaf), centre, simplices);
            if (division.hasCentre()) {
                place(leaf, points, dimension * centre++);
            }
        }
        return new SimplexMesh(dimension, points, simplices.cells(), simplices.phases());
    }

    private void take(final int leaf, final BoxDivision division, final double done) {
        if (leaf % 10_000 == 0) {
            progress.check();
            progress.report(done, "Making elements");
        }
        division.box(leaves.x(leaf), leaves.y(leaf), leaves.z(leaf), leaves.level(leaf));
    }

    /** Positions of the corners, with room for so many more vertices. */
    private double[] lattice(final int more) {
        final double[] points = new double[Math.multiplyExact(dimension, corners.size() + more)];
        final int[] at = {0};
        corners.forEach((x, y, z) -> {
            points[at[0]++] = x;
            points[at[0]++] = y;
            if (dimension == 3) {
                points[at[0]++] = z;
            }
        });
        return points;
    }

    private void place(final int leaf, final double[] points, final int at) {
        for (int axis = 0; axis < dimension; axis++) {
            points[at + axis] = (at(leaf, 0, axis) + at(leaf, (1 << dimension) - 1, axis)) / 2.0;
        }
    }

    /** Vertices amid leaves stay: if they followed, the least angles were found to be smaller. */
    private double[] targets(final MovedCorners moved, final double[] points) {
        final double[] targets = points.clone();
        for (int vertex = 0; vertex < corners.size(); vertex++) {
            for (int axis = 0; axis < dimension; axis++) {
                targets[dimension * vertex + axis] = moved.target(vertex, axis);
            }
        }
        return targets;
    }

    /** Coordinate of a corner of a leaf: bit 0 of the corner for x, 1 for y, 2 for z. */
    private int at(final int leaf, final int corner, final int axis) {
        final int first = axis == 0 ? leaves.x(leaf) : axis == 1 ? leaves.y(leaf) : leaves.z(leaf);
        return first + ((corner >> axis & 1) << leaves.level(leaf));
    }
}
