// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import static org.junit.jupiter.api.Assertions.assertSame;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.junit.jupiter.api.Test;

class InverseTest extends DeformationContract {

    private static final Deformation GRADIENT = Deformations.axialGradient(0.3, 100);

    @Provide
    @Override
    Arbitrary<Deformation> deformations() {
        return Arbitraries.of(DeformationCase.values()).map(motion -> motion.in(new Shape(100, 120, 80)).inverted());
    }

    @Test
    void leadsBack() {
        // u_z(50) = 0.0015 * 50²
        assertNear(new Point(1, 2, 50), GRADIENT.inverted().forward(new Point(1, 2, 53.75)), 1e-12);
    }

    @Test
    void ofAnInverseIsTheOriginal() {
        assertSame(GRADIENT, GRADIENT.inverted().inverted());
    }
}
