// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.NodeResult;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class ComparedNodesTest {

    private static final VoxelSize SIZE = VoxelSize.isotropic(0.5);
    private static final double[] STRETCH = {1.1, 0, 0, 0, 1, 0, 0, 0, 0.9};

    private static DeformationField affine(final NodeGrid grid) {
        return DeformationField.uniform(grid, SIZE, Point.ORIGIN, Transformation.of(STRETCH, new Point(1, 2, 3)));
    }

    private static NodeGrid grid(final double origin, final double spacing, final int nodes) {
        return new NodeGrid(new Point(origin, origin, origin), new Point(spacing, spacing, spacing), nodes, nodes,
            nodes);
    }

    @Test
    void anAffineFieldAgreesWithItselfOnAnyGrid() {
        final DeformationField measured = affine(grid(7, 6, 4));
        final ComparedNodes nodes = ComparedNodes.of(measured, affine(grid(5, 10, 3)), 0);
        assertFalse(nodes.sameNodes());
        for (final ComparedQuantity quantity : ComparedQuantity.all(SIZE)) {
            final DifferenceStatistics statistics = nodes.compare(quantity);
            assertEquals(64, statistics.count());
            assertEquals(0, statistics.maximum(), 1e-9, quantity.name());
        }
    }

    @Test
    void theSameGridIsComparedNodeByNode() {
        assertTrue(ComparedNodes.of(affine(grid(7, 6, 4)), affine(grid(7, 6, 4)), 0).sameNodes());
    }

    @Test
    void borderLayersAndFailedNodesAreLeftOut() {
        final DeformationField whole = affine(grid(7, 6, 4));
        final DeformationField measured = whole.toBuilder()
            .set(whole.grid().index(1, 1, 1), NodeResult.of(Transformation.IDENTITY, NodeStatus.DIVERGED)).build();
        assertEquals(7, ComparedNodes.of(measured, whole, 1).measured().size());
    }

    @Test
    void displacementsAreInVoxelsAndInMicrometres() {
        final Transformation map = Transformation.translation(1, 2, 3);
        final double[] values = ComparedQuantity.all(SIZE).stream().limit(6)
            .mapToDouble(quantity -> quantity.value().applyAsDouble(map)).toArray();
        assertArrayEquals(new double[]{1, 2, 3, 0.5, 1, 1.5}, values);
    }
}
