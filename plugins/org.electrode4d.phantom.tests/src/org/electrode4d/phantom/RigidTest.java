// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import org.electrode4d.volume.Point;
import org.junit.jupiter.api.Test;

class RigidTest extends DeformationContract {

    @Provide
    @Override
    Arbitrary<Deformation> deformations() {
        return Combinators.combine(pointsWithin(-180, 180), pointsWithin(-20, 20), pointsWithin(0, 200))
            .as(Deformations::rigid);
    }

    @Test
    void quarterTurnAboutZTakesXToY() {
        final Point centre = new Point(10, 20, 30);
        final Deformation turn = Deformations.rigid(new Point(0, 0, 90), new Point(1, 2, 3), centre);
        assertNear(new Point(11, 22 + 5, 33), turn.forward(new Point(15, 20, 30)), 1e-12);
    }

    @Test
    void centreOnlyMovesByTheTranslation() {
        final Point centre = new Point(31.5, 31.5, 15.5);
        final Deformation motion = Deformations.rigid(new Point(4, -7, 9), new Point(0.25, -1.5, 2), centre);
        assertNear(new Point(0.25, -1.5, 2), motion.displacement(centre), 1e-12);
    }

    @Test
    void smallAnglesKeepTheirPrecision() {
        // 1e-10 radians: sin(a) = a to double precision
        final double degrees = Math.toDegrees(1e-10);
        final double[] f = Deformations.rigid(new Point(0, 0, degrees), Point.ORIGIN, Point.ORIGIN)
            .gradient(Point.ORIGIN);
        assertEquals(-1e-10, f[1], 1e-25);
        assertEquals(1e-10, f[3], 1e-25);
    }
}
