// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.geodesic;

/**
 * The length of the path to a voxel from those of its settled neighbours: the solution of
 *
 * <p>{@code sum over axes of (max(T - a, 0) / h)^2 = 1}
 *
 * <p>with the smaller a of the two neighbours along an axis and the edge h of the voxels (Godunov's upwind scheme; J.
 * A. Sethian, Proceedings of the National Academy of Sciences 93, 1591, 1996). With second order an axis has
 * {@code (3 T - 4 a + b) / (2 h)} instead of {@code (T - a) / h} where the voxel behind the neighbour is settled with
 * b no larger than a (Sethian, SIAM Review 41, 199, 1999); where that gives no solution, or one before a neighbour that
 * it comes from, which would break the order of the front, the voxel is of first order.
 *
 * <p>Axes are taken in the order of a, so that results are the same to the last bit when the volume is mirrored or
 * turned.
 */
final class EikonalUpdate {

    private final double[] values;
    private final int[] step;
    private final double[] edge;
    private final boolean secondOrder;

    private final double[] near = new double[3];
    private final double[] base = new double[3];
    private final double[] weight = new double[3];
    private int count;

    EikonalUpdate(final PathLengths lengths, final boolean secondOrder) {
        values = lengths.values();
        step = lengths.frame().steps();
        edge = lengths.frame().edges();
        this.secondOrder = secondOrder;
    }

    /** @return infinity if no neighbour is settled */
    double at(final int place) {
        if (secondOrder) {
            collect(place, true);
            final double length = solve();
            if (!Double.isNaN(length)) {
                return length;
            }
        }
        collect(place, false);
        final double length = solve();
        // of first order this is rounding: the second neighbour is just as far as the path through the first
        return Double.isNaN(length) ? near[count - 1] : length;
    }

    private void collect(final int place, final boolean second) {
        count = 0;
        for (int axis = 0; axis < 3; axis++) {
            final double before = settled(place - step[axis]);
            final double after = settled(place + step[axis]);
            final double a = Math.min(before, after);
            if (a < Double.POSITIVE_INFINITY) {
                final double b = second ? behind(place, step[axis], before == a, after == a) : Double.NaN;
                final double slope = 1 / (edge[axis] * edge[axis]);
                if (b <= a) {
                    insert(a, (4 * a - b) / 3, 9 * slope / 4);
                } else {
                    insert(a, a, slope);
                }
            }
        }
    }

    /** The value behind a neighbour; of two equal neighbours, the one that gives the shorter path. */
    private double behind(final int place, final int oneStep, final boolean before, final boolean after) {
        final double a = settled(before ? place - oneStep : place + oneStep);
        final double b = before ? settled(place - 2 * oneStep) : Double.NaN;
        final double c = after ? settled(place + 2 * oneStep) : Double.NaN;
        if (b <= a && c <= a) {
            return Math.max(b, c);
        }
        return b <= a ? b : c;
    }

    private double settled(final int place) {
        if (place < 0 || place >= values.length) {
            return Double.POSITIVE_INFINITY;
        }
        final double value = values[place];
        return value >= 0 ? value : Double.POSITIVE_INFINITY;
    }

    private void insert(final double a, final double from, final double slope) {
        int at = count++;
        while (at > 0 && isAfter(at - 1, a, from, slope)) {
            near[at] = near[at - 1];
            base[at] = base[at - 1];
            weight[at] = weight[at - 1];
            at--;
        }
        near[at] = a;
        base[at] = from;
        weight[at] = slope;
    }

    private boolean isAfter(final int i, final double a, final double from, final double slope) {
        if (near[i] != a) {
            return near[i] > a;
        }
        return base[i] != from ? base[i] > from : weight[i] > slope;
    }

    /** NaN if there is no solution that comes after all neighbours which it is made of. */
    private double solve() {
        if (count == 0) {
            return Double.POSITIVE_INFINITY;
        }
        final double zero = base[0];
        double length = zero + 1 / Math.sqrt(weight[0]);
        double sum = weight[0];
        double linear = 0;
        double square = 0;
        for (int i = 1; i < count && length > near[i]; i++) {
            final double from = base[i] - zero;
            sum += weight[i];
            linear += weight[i] * from;
            square += weight[i] * from * from;
            final double mean = linear / sum;
            length = zero + mean + Math.sqrt((1 - square + linear * mean) / sum);
            if (!(length >= near[i])) {
                return Double.NaN;
            }
        }
        return length;
    }
}
