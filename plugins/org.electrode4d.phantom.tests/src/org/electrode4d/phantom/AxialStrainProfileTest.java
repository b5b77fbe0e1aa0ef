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

class AxialStrainProfileTest extends DeformationContract {

    private static final double[] DEPTHS = {0, 10, 50, 60};

    // 50 % at one face of an electrode 40 voxels thick, 30 % at the other, fading over 10 voxels
    private final Deformation electrode = Deformations.axialProfile(DEPTHS, new double[] {0, 0.5, 0.3, 0}, 60);

    @Provide
    @Override
    Arbitrary<Deformation> deformations() {
        final Arbitrary<Double> strain = Arbitraries.doubles().between(-0.5, 1);
        return Combinators.combine(strain, strain, strain, strain, Arbitraries.doubles().between(-50, 150))
            .as((a, b, c, d, fixed) ->
                Deformations.axialProfile(new double[] {-20, 0, 110, 150}, new double[] {a, b, c, d}, fixed));
    }

    @Test
    void thicknessGrowsByTheMeanStrain() {
        // 40 voxels of 40 % on average
        final double thickness = electrode.forward(new Point(0, 0, 50)).z() - electrode.forward(new Point(0, 0, 10)).z();
        assertEquals(40 * 1.4, thickness, 1e-12);
    }

    @Test
    void beyondTheFixedPlaneNothingMoves() {
        assertNear(Point.ORIGIN, electrode.displacement(new Point(3, 4, 60)), 1e-12);
        assertNear(Point.ORIGIN, electrode.displacement(new Point(3, 4, 200)), 1e-12);
    }

    @Test
    void beforeTheFirstCornerAllMovesAlike() {
        // 10 voxels of 25 %, 40 of 40 %, 10 of 15 %
        final Point shift = new Point(0, 0, -(2.5 + 16 + 1.5));
        assertNear(shift, electrode.displacement(new Point(3, 4, 0)), 1e-12);
        assertNear(shift, electrode.displacement(new Point(3, 4, -77)), 1e-12);
    }

    @Test
    void strainIsLinearBetweenCorners() {
        assertEquals(1.0, electrode.gradient(new Point(0, 0, -5))[8], 1e-12);
        assertEquals(1.25, electrode.gradient(new Point(0, 0, 5))[8], 1e-12);
        assertEquals(1.4, electrode.gradient(new Point(0, 0, 30))[8], 1e-12);
        assertEquals(1.3, electrode.gradient(new Point(0, 0, 50))[8], 1e-12);
        assertEquals(1.0, electrode.gradient(new Point(0, 0, 60))[8], 1e-12);
    }

    @Test
    void oneRisingPieceIsTheAxialGradient() {
        final Deformation profile = Deformations.axialProfile(new double[] {0, 200}, new double[] {0, 0.3}, 0);
        final Deformation gradient = Deformations.axialGradient(0.3, 200);
        for (double z = -50; z < 400; z += 37) {
            assertNear(gradient.forward(new Point(1, 2, z)), profile.forward(new Point(1, 2, z)), 1e-10);
        }
    }

    @Test
    void refusesWhatIsNoProfile() {
        assertEquals("A strain profile needs as many strains as depths, two or more, not 1 and 2.",
            message(new double[] {0, 1}, 0.1));
        assertEquals("The depths of a strain profile must ascend, not [0.0, 0.0].",
            message(new double[] {0, 0}, 0.1, 0.1));
        assertEquals("The axial strain at Z = 1.0 voxels is -1.0, but must be a number greater than -1, where the "
            + "thickness is zero.", message(new double[] {0, 1}, 0.1, -1));
    }

    private static String message(final double[] depths, final double... strains) {
        return assertThrows(IllegalArgumentException.class, () -> Deformations.axialProfile(depths, strains, 0))
            .getMessage();
    }
}
