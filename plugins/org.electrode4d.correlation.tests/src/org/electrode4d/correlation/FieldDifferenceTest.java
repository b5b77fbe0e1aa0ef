// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.correlation.FieldDifference.Statistics;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

final class FieldDifferenceTest {

    private static final NodeGrid ROW = new NodeGrid(Point.ORIGIN, new Point(10, 10, 10), 4, 1, 1);

    /** Displacements along x, standard deviation s. */
    private static DeformationField row(final double s, final double... u) {
        final DeformationField.Builder builder = DeformationField.builder(ROW, Fields.VOXEL);
        for (int node = 0; node < u.length; node++) {
            builder.set(node, new NodeResult(Transformation.translation(u[node], 0, 0), NodeStatus.CONVERGED, 1, 0, 3,
                0, new Point(s, s, s)));
        }
        return builder.build();
    }

    @Test
    void differencesAreSummarised() {
        final FieldDifference difference = FieldDifference.of(row(0.3, 1, 2, 3, 8), row(0.4, 2, 2, 2, 5));
        final Statistics x = difference.statistics(node -> node.displacement().x());
        assertEquals(0.75, x.mean(), 1e-12);
        assertEquals(Math.sqrt(11 / 4.0), x.rms(), 1e-12);
        assertEquals(1 + 2 * 0.85, x.percentile95(), 1e-12);
        assertEquals(3, x.maximum());
        assertEquals(new Statistics(4, 0, 0, 0, 0), difference.statistics(node -> node.f()[0]));
        assertEquals(0.5, difference.nodes().get(3).uncertainty().y(), 1e-12);
        assertEquals(3, difference.nodes().get(3).index());
    }

    @Test
    void onlyNodesThatBothMeasuredCount() {
        final DeformationField failed = Fields.failing(row(0, 1, 1, 1, 1), 1).toBuilder()
            .set(2, NodeResult.of(Transformation.IDENTITY, NodeStatus.FILLED)).build();
        assertEquals(2, FieldDifference.of(failed, row(0, 1, 1, 1, 1)).nodes().size());
        assertEquals(2, FieldDifference.of(row(0, 1, 1, 1, 1), failed).nodes().size());
        final DeformationField nothing = DeformationField.builder(ROW, Fields.VOXEL).build();
        final Statistics none = FieldDifference.of(nothing, failed).statistics(node -> 1);
        assertEquals(0, none.count());
        assertTrue(Double.isNaN(none.rms()) && Double.isNaN(none.maximum()));
    }

    @Test
    void aDirectFieldWithOtherNodesIsInterpolated() {
        final NodeGrid fine = new NodeGrid(new Point(-2, 0, 0), new Point(4, 4, 4), 12, 1, 1);
        final Transformation stretch = Transformation.of(Matrix3.diagonal(1.1, 1, 1), Point.ORIGIN);
        final FieldDifference difference = FieldDifference.of(
            Fields.of(ROW, X -> stretch.recentred(Point.ORIGIN, X)),
            Fields.of(fine, X -> stretch.recentred(Point.ORIGIN, X)));
        assertEquals(4, difference.nodes().size());
        assertEquals(0, difference.statistics(node -> node.displacement().norm()).maximum(), 1e-12);
    }

    @Test
    void fieldsOfDifferentVoxelsAreNotCompared() {
        final DeformationField other = DeformationField.builder(ROW, VoxelSize.isotropic(1)).build();
        assertThrows(CorrelationException.class, () -> FieldDifference.of(row(0, 1, 2, 3, 4), other));
    }
}
