// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import org.electrode4d.volume.Point;
import org.junit.jupiter.api.Test;

class AxialGradientTest extends DeformationContract {

    @Provide
    @Override
    Arbitrary<Deformation> deformations() {
        return Combinators.combine(Arbitraries.doubles().between(-0.5, 1), Arbitraries.doubles().between(20, 250))
            .as(Deformations::axialGradient);
    }

    private final Deformation swelling = Deformations.axialGradient(0.3, 200);

    @Test
    void displacementGrowsWithTheSquareOfDepth() {
        // a = 0.3 / (2 * 200) = 0.00075; u_z(100) = 7.5, u_z(200) = 30
        assertNear(new Point(0, 0, 7.5), swelling.displacement(new Point(3, 4, 100)), 1e-12);
        assertNear(new Point(0, 0, 30), swelling.displacement(new Point(3, 4, 200)), 1e-12);
    }

    @Test
    void strainGrowsWithDepthAndThenStays() {
        assertEquals(1.0, swelling.gradient(new Point(0, 0, -5))[8]);
        assertEquals(1.15, swelling.gradient(new Point(0, 0, 100))[8], 1e-12);
        assertEquals(1.3, swelling.gradient(new Point(0, 0, 200))[8], 1e-12);
        assertEquals(1.3, swelling.gradient(new Point(0, 0, 500))[8], 1e-12);
    }

    @Test
    void noStrainIsTheIdentity() {
        final Deformation none = Deformations.axialGradient(0, 100);
        assertNear(new Point(1, 2, 77), none.forward(new Point(1, 2, 77)), 0);
        assertNear(new Point(1, 2, 77), none.inverse(new Point(1, 2, 77)), 0);
    }

    @Test
    void refusesWhatLeavesNoThickness() {
        assertEquals("The axial strain at the far end is -1.0, but must be a number greater than -1, where the "
            + "thickness is zero.",
            assertThrows(IllegalArgumentException.class, () -> Deformations.axialGradient(-1, 10)).getMessage());
        assertEquals("The strain gradient needs a length greater than zero, not 0.0 voxels.",
            assertThrows(IllegalArgumentException.class, () -> Deformations.axialGradient(0.1, 0)).getMessage());
    }
}
