// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import java.util.Arrays;
import org.electrode4d.volume.Progress;

/**
 * Smooths the steps of interfaces by moving their corners to and from the mean of their neighbours in turn, which takes
 * away the steps but does not shrink what is larger (Taubin 1995).
 */
final class InterfaceSmoothing {

    /** The first of each pair of moves, of the way to the mean of the neighbours. */
    private static final double INWARDS = 0.5;
    /** Of the umbrella operator's eigenvalues, 0 to 2, those below do not shrink: bumps longer than some 20 cells. */
    private static final double PASSED = 0.05;
    /** The second one of each pair, away from the mean. */
    private static final double OUTWARDS = 1 / (PASSED - 1 / INWARDS);
    private static final int PAIRS = 20;
    /** No corner is moved further along an axis, in cells: half would let neighbours meet. */
    private static final double FARTHEST = 0.45;

    private final InterfaceNet net;
    private final int dimension;

    private InterfaceSmoothing(final InterfaceNet net) {
        this.net = net;
        dimension = net.dimension();
    }

    /** How far to move each corner of a net, {@code dimension} coordinates after each other, in cells. */
    static double[] shifts(final InterfaceNet net, final Progress progress) {
        return new InterfaceSmoothing(net).shifts(progress);
    }

    private double[] shifts(final Progress progress) {
        final double[] lattice = new double[net.corners().size() * dimension];
        final int[] at = {0};
        net.corners().forEach((x, y, z) -> {
            final int[] corner = {x, y, z};
            for (int axis = 0; axis < dimension; axis++) {
                lattice[at[0]++] = corner[axis];
            }
        });
        double[] from = lattice.clone();
        double[] to = new double[lattice.length];
        for (int move = 0; move < 2 * PAIRS; move++) {
            progress.check();
            progress.report(move / (2.0 * PAIRS), "Smoothing interfaces");
            move(from, to, move % 2 == 0 ? INWARDS : OUTWARDS);
            final double[] swap = from;
            from = to;
            to = swap;
        }
        for (int i = 0; i < from.length; i++) {
            from[i] = Math.max(-FARTHEST, Math.min(FARTHEST, from[i] - lattice[i]));
        }
        return from;
    }

    private void move(final double[] from, final double[] to, final double share) {
        final double[] sum = new double[dimension];
        for (int vertex = 0; vertex < net.corners().size(); vertex++) {
            Arrays.fill(sum, 0);
            int count = 0;
            for (int direction = 0; direction < 2 * dimension; direction++) {
                final int neighbour = net.neighbour(vertex, direction);
                if (neighbour >= 0) {
                    count++;
                    for (int axis = 0; axis < dimension; axis++) {
                        sum[axis] += from[neighbour * dimension + axis];
                    }
                }
            }
            for (int axis = 0; axis < dimension; axis++) {
                final double old = from[vertex * dimension + axis];
                to[vertex * dimension + axis] = count == 0 ? old : old + share * (sum[axis] / count - old);
            }
        }
    }
}
