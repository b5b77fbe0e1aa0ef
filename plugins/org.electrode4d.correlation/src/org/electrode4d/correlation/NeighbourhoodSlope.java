// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.List;
import org.electrode4d.volume.Point;

/**
 * The slope of the displacements of a node and its neighbours, in voxels per voxel, plus the identity: F of a
 * neighbourhood. O(neighbours) per node.
 */
final class NeighbourhoodSlope {

    /** Smallest determinant of the spread of the nodes, for a mean square distance of one along each axis. */
    private static final double SINGULAR = 1e-6;

    private final DeformationField field;
    private final int node;
    private final List<Integer> neighbours;

    NeighbourhoodSlope(final DeformationField field, final int node, final List<Integer> neighbours) {
        this.field = field;
        this.node = node;
        this.neighbours = neighbours;
    }

    /**
     * Least squares of {@code x = a + F X} over the node and its neighbours: {@code F = (sum dx dX^T)(sum dX dX^T)^-1}
     * with the means removed.
     *
     * @return null where the nodes lie in a plane
     */
    double[] leastSquares() {
        final int n = neighbours.size() + 1;
        Point meanX = Point.ORIGIN;
        Point meanU = field.displacement(node);
        for (final int other : neighbours) {
            meanX = meanX.plus(towards(other));
            meanU = meanU.plus(field.displacement(other));
        }
        meanX = meanX.times(1.0 / n);
        meanU = meanU.times(1.0 / n);
        final double[] spread = new double[9];
        final double[] slope = new double[9];
        addOuter(Point.ORIGIN.minus(meanX), Point.ORIGIN.minus(meanX), spread);
        addOuter(field.displacement(node).minus(meanU), Point.ORIGIN.minus(meanX), slope);
        for (final int other : neighbours) {
            final Point dX = towards(other).minus(meanX);
            addOuter(dX, dX, spread);
            addOuter(field.displacement(other).minus(meanU), dX, slope);
        }
        final double[] f = solve(slope, spread);
        return f == null ? null : plusIdentity(f);
    }

    /**
     * As SPAM 0.8 has it: means over the neighbours without the node, of {@code dX dX^T} and of {@code dx dX^T}, and
     * from all nine entries of both the squared length of the mean dX subtracted, where {@link #leastSquares} subtracts
     * the outer product of means. The same as least squares where that mean vanishes, that is inside the grid; wrong
     * wherever it does not.
     *
     * @return null where the equations have no solution
     */
    double[] spam() {
        final double[] spread = new double[9];
        final double[] slope = new double[9];
        Point mean = Point.ORIGIN;
        for (final int other : neighbours) {
            final Point dX = towards(other);
            addOuter(dX, dX, spread);
            addOuter(dX.plus(field.displacement(other)).minus(field.displacement(node)), dX, slope);
            mean = mean.plus(dX);
        }
        final double correction = mean.norm() * mean.norm() / Math.max(1, neighbours.size());
        for (int i = 0; i < 9; i++) {
            spread[i] -= correction;
            slope[i] -= correction;
        }
        return solve(slope, spread);
    }

    private Point towards(final int other) {
        return field.grid().position(other).minus(field.grid().position(node));
    }

    private static double[] solve(final double[] slope, final double[] spread) {
        final double scale = (Math.abs(spread[0]) + Math.abs(spread[4]) + Math.abs(spread[8])) / 3;
        if (!(Math.abs(Matrix3.determinant(spread)) > SINGULAR * scale * scale * scale)) {
            return null;
        }
        return Matrix3.multiply(slope, Matrix3.inverse(spread));
    }

    private static double[] plusIdentity(final double[] f) {
        f[0] += 1;
        f[4] += 1;
        f[8] += 1;
        return f;
    }

    /** Adds {@code a b^T}. */
    static void addOuter(final Point a, final Point b, final double[] sum) {
        final double[] left = {a.x(), a.y(), a.z()};
        final double[] right = {b.x(), b.y(), b.z()};
        for (int i = 0; i < 9; i++) {
            sum[i] += left[i / 3] * right[i % 3];
        }
    }
}
