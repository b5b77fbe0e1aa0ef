// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.Transformation;

/**
 * The maps of two fields at the nodes of the measured one. Where both have a node at a place, the true value is that
 * node's own; elsewhere it is interpolated.
 */
record ComparedNodes(List<Transformation> measured, List<Transformation> truth, boolean sameNodes) {

    private static final double SAME_PLACE = 1e-6;

    /** Every usable node that is at least {@code border} layers inside the grid. */
    static ComparedNodes of(final DeformationField measured, final DeformationField truth, final int border) {
        final boolean same = sameNodes(measured.grid(), truth.grid());
        final ComparedNodes nodes = new ComparedNodes(new ArrayList<>(), new ArrayList<>(), same);
        for (int node = 0; node < measured.grid().size(); node++) {
            if (measured.status(node).isUsable() && isInside(measured.grid(), node, border)) {
                nodes.measured.add(measured.transformation(node));
                nodes.truth.add(same ? truth.transformation(node) : truth.at(measured.grid().position(node)));
            }
        }
        return nodes;
    }

    private static boolean isInside(final NodeGrid grid, final int node, final int border) {
        return isInside(grid.ix(node), grid.nx(), border) && isInside(grid.iy(node), grid.ny(), border)
            && isInside(grid.iz(node), grid.nz(), border);
    }

    private static boolean isInside(final int index, final int count, final int border) {
        return index >= border && index < count - border;
    }

    private static boolean sameNodes(final NodeGrid a, final NodeGrid b) {
        return a.nx() == b.nx() && a.ny() == b.ny() && a.nz() == b.nz()
            && a.origin().distance(b.origin()) < SAME_PLACE && a.spacing().distance(b.spacing()) < SAME_PLACE;
    }

    /** Lengths of the differences of displacements in voxels, compared with 0. */
    DifferenceStatistics errorLength() {
        final double[] lengths = IntStream.range(0, measured.size())
            .mapToDouble(i -> measured.get(i).displacement().distance(truth.get(i).displacement())).toArray();
        return DifferenceStatistics.of(lengths, new double[lengths.length]);
    }

    DifferenceStatistics compare(final ComparedQuantity quantity) {
        return DifferenceStatistics.of(measured.stream().mapToDouble(quantity.value()).toArray(),
            truth.stream().mapToDouble(quantity.value()).toArray());
    }
}
