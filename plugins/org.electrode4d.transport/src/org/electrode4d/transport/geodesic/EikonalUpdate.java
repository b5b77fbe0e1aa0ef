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
 * {@code (3 T - 4 a + b) / (2 h)} instead of {@code (T - a) / h} where the voxel behind the neighbour has a smaller b
 * (Sethian, SIAM Review 41, 199, 1999; there also an equal one, which would depend on the order of equal lengths).
 * Where that gives no solution, or one before a neighbour that it comes from, the voxel is of first order. So it is
 * where one axis counts alone: behind a bend the slope of the two voxels says nothing of the way on, which would come
 * out up to a third of a voxel too short, and shorter than the depth.
 *
 * <p>Axes are taken in the order of a, so that results are the same to the last bit when the volume is mirrored or
 * turned.
 */
final class EikonalUpdate {

    private final double[] values;
    private final int[] step;
    private final boolean secondOrder;
    /** 1 / h^2 along the axes, and 9 / 4 of it. */
    private final double[] slope = new double[3];
    private final double[] secondSlope = new double[3];

    /** One step along an axis, and the two thirds of it that are left from the base of second order. */
    private final double[] reach = new double[3];
    private final double[] secondReach = new double[3];

    private final Term[] terms = {new Term(), new Term(), new Term()};
    private int count;
    private int used;

    /** What an axis adds to the equation, weight * (T - base)^2, for T after near. */
    private static final class Term {
        private double near;
        private double base;
        private double weight;
        /** T - base if no other axis counts. */
        private double alone;

        boolean isAfter(final Term other) {
            if (near != other.near) {
                return near > other.near;
            }
            return base != other.base ? base > other.base : weight > other.weight;
        }
    }

    EikonalUpdate(final PathLengths lengths, final boolean secondOrder) {
        values = lengths.values();
        step = lengths.frame().steps();
        this.secondOrder = secondOrder;
        final double[] edge = lengths.frame().edges();
        for (int axis = 0; axis < 3; axis++) {
            slope[axis] = 1 / (edge[axis] * edge[axis]);
            secondSlope[axis] = 9 * slope[axis] / 4;
            reach[axis] = 1 / Math.sqrt(slope[axis]);
            secondReach[axis] = 1 / Math.sqrt(secondSlope[axis]);
        }
    }

    /** @return infinity if no neighbour is settled */
    double at(final int place) {
        final boolean isFirst = collect(place, secondOrder);
        if (!isFirst) {
            final double length = solve();
            if (used > 1 && !Double.isNaN(length)) {
                return length;
            }
            collect(place, false);
        }
        final double length = solve();
        // of first order this is rounding: the second neighbour is just as far as the path through the first
        return Double.isNaN(length) ? terms[used - 1].near : length;
    }

    /** Whether all terms are of first order. */
    private boolean collect(final int place, final boolean second) {
        count = 0;
        boolean isFirst = true;
        for (int axis = 0; axis < 3; axis++) {
            final int one = step[axis];
            final double before = settled(place - one);
            final double after = settled(place + one);
            final double a = Math.min(before, after);
            if (a < Double.POSITIVE_INFINITY) {
                final Term term = terms[count++];
                term.near = a;
                final double b = second ? behind(place, one, before, after) : Double.NaN;
                if (b < a) {
                    isFirst = false;
                    term.base = (4 * a - b) / 3;
                    term.weight = secondSlope[axis];
                    term.alone = secondReach[axis];
                } else {
                    term.base = a;
                    term.weight = slope[axis];
                    term.alone = reach[axis];
                }
            }
        }
        sort();
        return isFirst;
    }

    private void sort() {
        if (count > 1) {
            order(0, 1);
            if (count > 2) {
                order(1, 2);
                order(0, 1);
            }
        }
    }

    private void order(final int i, final int j) {
        final Term first = terms[i];
        if (first.isAfter(terms[j])) {
            terms[i] = terms[j];
            terms[j] = first;
        }
    }

    /** The value behind the smaller neighbour; behind equal ones, that which gives the shorter path. */
    private double behind(final int place, final int one, final double before, final double after) {
        if (before < after) {
            return settled(place - 2 * one);
        } else if (after < before) {
            return settled(place + 2 * one);
        }
        final double b = settled(place - 2 * one);
        final double c = settled(place + 2 * one);
        return b < before && c < before ? Math.max(b, c) : Math.min(b, c);
    }

    private double settled(final int place) {
        if (place < 0 || place >= values.length) {
            return Double.POSITIVE_INFINITY;
        }
        final double value = values[place];
        return value >= 0 ? value : Double.POSITIVE_INFINITY;
    }

    /** NaN if there is no solution that comes after all neighbours which it is made of. */
    private double solve() {
        if (count == 0) {
            return Double.POSITIVE_INFINITY;
        }
        final double zero = terms[0].base;
        double length = zero + terms[0].alone;
        double sum = terms[0].weight;
        double linear = 0;
        double square = 0;
        used = 1;
        for (int i = 1; i < count && length > terms[i].near; i++) {
            used++;
            final Term term = terms[i];
            final double from = term.base - zero;
            sum += term.weight;
            linear += term.weight * from;
            square += term.weight * from * from;
            final double mean = linear / sum;
            length = zero + mean + Math.sqrt((1 - square + linear * mean) / sum);
            if (!(length >= term.near)) {
                return Double.NaN;
            }
        }
        return length;
    }
}
