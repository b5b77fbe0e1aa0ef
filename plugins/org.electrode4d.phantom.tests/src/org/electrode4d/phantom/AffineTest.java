// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import org.electrode4d.volume.Point;
import org.junit.jupiter.api.Test;

class AffineTest extends DeformationContract {

    @Provide
    @Override
    Arbitrary<Deformation> deformations() {
        final Arbitrary<double[]> gradients = Arbitraries.doubles().between(-0.2, 0.2).ofScale(6)
            .array(double[].class).ofSize(9).map(AffineTest::nearIdentity);
        return Combinators.combine(gradients, pointsWithin(-20, 20), pointsWithin(0, 200)).as(Deformations::affine);
    }

    private static double[] nearIdentity(final double[] h) {
        final double[] f = h.clone();
        f[0] += 1;
        f[4] += 1;
        f[8] += 1;
        return f;
    }

    @Test
    void stretchesAboutItsCentre() {
        final Deformation stretch = Deformations.affine(new double[] {1, 0, 0, 0, 1, 0, 0.005, 0, 1.05},
            Point.ORIGIN, new Point(50, 50, 50));
        // z = 50 + 1.05 * 10 + 0.005 * 20
        assertNear(new Point(70, 50, 60.6), stretch.forward(new Point(70, 50, 60)), 1e-12);
        assertArrayEquals(new double[] {1, 0, 0, 0, 1, 0, 0.005, 0, 1.05}, stretch.gradient(Point.ORIGIN));
    }

    @Test
    void doesNotFollowTheCallersArray() {
        final double[] f = {1, 0, 0, 0, 1, 0, 0, 0, 2};
        final Deformation stretch = Deformations.affine(f, Point.ORIGIN, Point.ORIGIN);
        f[8] = 7;
        assertEquals(2, stretch.gradient(Point.ORIGIN)[8]);
    }

    @Test
    void refusesWhatTurnsMatterInsideOut() {
        final Exception e = assertThrows(IllegalArgumentException.class, () -> Deformations.affine(
            new double[] {1, 0, 0, 0, 1, 0, 0, 0, -1}, Point.ORIGIN, Point.ORIGIN));
        assertEquals("The determinant of the deformation gradient is -1.0, but must be greater than zero: "
            + "matter neither vanishes nor turns inside out.", e.getMessage());
    }

    @Test
    void refusesWhatIsNoMatrix() {
        assertEquals("A deformation gradient has nine elements, not 4.", assertThrows(IllegalArgumentException.class,
            () -> Deformations.affine(new double[4], Point.ORIGIN, Point.ORIGIN)).getMessage());
        assertEquals("Element 5 (row by row) of the deformation gradient is NaN.",
            assertThrows(IllegalArgumentException.class, () -> Deformations.affine(
                new double[] {1, 0, 0, 0, 1, Double.NaN, 0, 0, 1}, Point.ORIGIN, Point.ORIGIN)).getMessage());
    }
}
