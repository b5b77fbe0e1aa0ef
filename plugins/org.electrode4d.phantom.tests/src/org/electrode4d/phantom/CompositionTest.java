// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.junit.jupiter.api.Test;

class CompositionTest extends DeformationContract {

    private static final Deformation TURN =
        Deformations.rigid(new Point(1, 2, 3), new Point(2, -1, 0.5), new Point(50, 50, 50));

    private static final Deformation GRADIENT = Deformations.axialGradient(0.3, 100);

    @Provide
    @Override
    Arbitrary<Deformation> deformations() {
        final Arbitrary<Deformation> parts = Arbitraries.of(DeformationCase.values())
            .map(motion -> motion.in(new Shape(100, 120, 80)));
        final Arbitrary<Deformation> others = Arbitraries.of(TURN, GRADIENT);
        return Combinators.combine(Arbitraries.oneOf(parts, others), Arbitraries.oneOf(parts, others))
            .as(Deformation::andThen);
    }

    @Test
    void secondActsOnWhatTheFirstLeft() {
        final Deformation both = Deformations.translation(new Point(0, 0, 50)).andThen(GRADIENT);
        // from Z = 0 to 50, and there u_z = 0.0015 * 50² = 3.75
        assertNear(new Point(0, 0, 53.75), both.forward(Point.ORIGIN), 1e-12);
    }

    @Test
    void knowsWhereRowsStayStraight() {
        final Deformation jump = DeformationCase.JUMP.in(new Shape(100, 100, 100));
        assertTrue(TURN.andThen(GRADIENT).keepsRowsStraight());
        assertFalse(GRADIENT.andThen(TURN).keepsRowsStraight());
        assertTrue(jump.andThen(Deformations.translation(new Point(1, 1, 1))).keepsRowsStraight());
        assertFalse(jump.andThen(GRADIENT).keepsRowsStraight());
    }
}
