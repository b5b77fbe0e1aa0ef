// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import static org.electrode4d.phantom.DeformationContract.assertNear;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.junit.jupiter.api.Test;

class DeformationCaseTest {

    private static final Shape SHAPE = new Shape(101, 201, 50);

    @Test
    void casesMoveAsPublished() {
        final Point somewhere = new Point(30, 150, 20);
        assertNear(Point.ORIGIN, DeformationCase.IDENTITY.in(SHAPE).displacement(somewhere), 0);
        assertNear(new Point(0.25, -1.62, 2.37), DeformationCase.SHIFT.in(SHAPE).displacement(somewhere), 1e-12);
        // about the centre (50, 100, 24.5): 0.05 * -4.5 + 0.005 * -20
        assertNear(new Point(0, 0, -0.325), DeformationCase.AFFINE.in(SHAPE).displacement(somewhere), 1e-12);
        // 0.15 * 20² / 50
        assertNear(new Point(0, 0, 1.2), DeformationCase.GRADIENT.in(SHAPE).displacement(somewhere), 1e-12);
        assertNear(new Point(0.75, 0, 1.5), DeformationCase.JUMP.in(SHAPE).displacement(somewhere), 1e-9);
    }

    @Test
    void centreIsBetweenTheMiddleVoxels() {
        assertEquals(new Point(50, 100, 24.5), Deformations.centre(SHAPE));
    }
}
