// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.volume.Point;
import org.junit.jupiter.api.Test;

final class DeformationFieldTest {

    private static final Transformation SHEAR = Transformation.of(
        new double[] {1.1, 0.2, 0, 0, 0.9, 0.1, 0.05, 0, 1}, new Point(3, -2, 1));

    private static void assertAt(final Transformation expected, final Transformation actual) {
        assertArrayEquals(expected.f(), actual.f(), 1e-12);
        assertEquals(0, expected.displacement().distance(actual.displacement()), 1e-10);
    }

    @Test
    void interpolationIsExactForQuadraticDisplacements() {
        final DeformationField field = Fields.of(Fields.GRID, Fields::quadratic);
        for (final Point p : new Point[] {new Point(5, 6, 7), new Point(12.3, 18.8, 31), new Point(45, 36, 37)}) {
            assertAt(Fields.quadratic(p), field.at(p));
        }
    }

    @Test
    void interpolationIsContinuousAcrossCells() {
        final DeformationField field = Fields.of(Fields.GRID, X -> Transformation.translation(
            Math.sin(X.x()), Math.cos(X.y() * X.z()), X.x() % 3));
        final Point before = field.at(new Point(15 - 1e-9, 22, 17 - 1e-9)).displacement();
        assertEquals(0, before.distance(field.at(new Point(15 + 1e-9, 22, 17 + 1e-9)).displacement()), 1e-7);
    }

    @Test
    void beyondTheGridTheBorderGoesOn() {
        final Point p = new Point(-20, 50, 90);
        assertAt(SHEAR.recentred(Point.ORIGIN, p), Fields.affine(SHEAR).at(p));
    }

    @Test
    void failedNodesAreLeftOut() {
        final DeformationField field = Fields.failing(Fields.affine(SHEAR), 0, 1, 21);
        final Point p = new Point(8, 8, 8);
        assertAt(SHEAR.recentred(Point.ORIGIN, p), field.at(p));
        assertEquals(NodeStatus.FILLED, field.statusAt(p));
        final DeformationField none = DeformationField.builder(Fields.GRID, Fields.VOXEL).build();
        assertFalse(none.at(p).isFinite());
        assertEquals(NodeStatus.NOT_RUN, none.statusAt(p));
    }

    @Test
    void aLoneNodeSpeaksForAll() {
        final DeformationField field = DeformationField.builder(NodeGrid.single(new Point(10, 10, 10)), Fields.VOXEL)
            .set(0, NodeResult.of(SHEAR, NodeStatus.MAX_ITERATIONS)).build();
        final Point p = new Point(30, 0, 5);
        assertAt(SHEAR.recentred(new Point(10, 10, 10), p), field.at(p));
    }

    @Test
    void micrometres() {
        final DeformationField field = Fields.affine(SHEAR).toBuilder().volumeOrigin(new Point(100, 0, 0)).build();
        assertEquals(new Point(102.5, 1.5, 14), field.positionInMicrometres(0));
        assertEquals(field.displacement(0).y() * 0.25, field.displacementInMicrometres(0).y());
        assertTrue(field.toBuilder().remark("a remark").build().remarks().contains("a remark"));
    }
}
