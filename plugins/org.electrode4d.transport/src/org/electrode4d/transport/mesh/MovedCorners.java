// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import java.util.BitSet;
import org.electrode4d.volume.Progress;

/** Corners of a mesh that are moved to smooth interfaces, and the diagonals that suit them. */
final class MovedCorners implements Diagonals {

    private final int dimension;
    /** Of all corners of the mesh, in cells, where they are to be. */
    private final double[] targets;
    private final BitSet moved = new BitSet();

    private MovedCorners(final int dimension, final double[] targets) {
        this.dimension = dimension;
        this.targets = targets;
    }

    /**
     * @param corners of the mesh, among them all that are at interfaces
     * @param lattice where they are, in cells
     */
    static MovedCorners of(final PhaseCells cells, final CornerNumbers corners, final double[] lattice,
        final Progress progress) {
        final InterfaceNet net = InterfaceNet.of(cells, progress.part(0, 0.7));
        final double[] shifts = InterfaceSmoothing.shifts(net, progress.part(0.7, 1));
        final int dimension = net.dimension();
        final MovedCorners result = new MovedCorners(dimension, lattice.clone());
        final int[] at = {0};
        net.corners().forEach((x, y, z) -> {
            final int vertex = corners.of(x, y, z);
            result.moved.set(vertex);
            for (int axis = 0; axis < dimension; axis++) {
                result.targets[vertex * dimension + axis] += shifts[at[0]++];
            }
        });
        return result;
    }

    double target(final int vertex, final int axis) {
        return targets[vertex * dimension + axis];
    }

    @Override
    public boolean isMoved(final int vertex) {
        return moved.get(vertex);
    }

    @Override
    public boolean isFromFirst(final int[] square, final boolean regular) {
        if (!isMoved(square[0]) && !isMoved(square[1]) && !isMoved(square[2]) && !isMoved(square[3])) {
            return regular;
        }
        final double first = Math.min(quality(square, 0, 1, 2), quality(square, 0, 2, 3));
        final double second = Math.min(quality(square, 1, 2, 3), quality(square, 1, 3, 0));
        return first == second ? regular : first > second;
    }

    private double quality(final int[] square, final int a, final int b, final int c) {
        return dimension == 2 ? MeanRatio.triangle(targets, square[a], square[b], square[c])
            : MeanRatio.triangleInSpace(targets, square[a], square[b], square[c]);
    }
}
