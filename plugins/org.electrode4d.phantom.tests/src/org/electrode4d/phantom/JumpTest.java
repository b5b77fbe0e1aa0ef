// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import org.electrode4d.volume.Point;
import org.junit.jupiter.api.Test;

class JumpTest extends DeformationContract {

    private static final Point NORMAL_Y = new Point(0, 1, 0);

    @Provide
    @Override
    Arbitrary<Deformation> deformations() {
        final Arbitrary<Double> angle = Arbitraries.doubles().between(0, 180).map(Math::toRadians);
        final Arbitrary<Double> slip = Arbitraries.doubles().between(-3, 3);
        final Arbitrary<Double> halfWidth = Arbitraries.doubles().between(1, 20);
        return Arbitraries.oneOf(
            Combinators.combine(angle, angle, slip, halfWidth, pointsWithin(0, 200)).as(JumpTest::oblique),
            Combinators.combine(angle, slip, halfWidth, pointsWithin(0, 200)).as(JumpTest::alongRows));
    }

    /** A band of any orientation, its normal given by two angles; the slip is along the meridian. */
    private static Deformation oblique(final double azimuth, final double polar, final double slip,
        final double halfWidth, final Point centre) {
        final Point normal = new Point(Math.sin(polar) * Math.cos(azimuth), Math.sin(polar) * Math.sin(azimuth),
            Math.cos(polar));
        final Point meridian = new Point(Math.cos(polar) * Math.cos(azimuth), Math.cos(polar) * Math.sin(azimuth),
            -Math.sin(polar));
        return Deformations.jump(meridian.times(slip), normal, centre, halfWidth);
    }

    /** A band that holds the direction of x. */
    private static Deformation alongRows(final double angle, final double slip, final double halfWidth,
        final Point centre) {
        final Point normal = new Point(0, Math.cos(angle), Math.sin(angle));
        final Point direction = new Point(0.5, -Math.sin(angle), Math.cos(angle));
        return Deformations.jump(direction.times(slip), normal, centre, halfWidth);
    }

    @Test
    void sidesMoveApartByTwiceTheSlip() {
        final Deformation jump = Deformations.jump(new Point(0.75, 0, 1.5), NORMAL_Y, new Point(50, 50, 50), 2);
        assertNear(new Point(-0.75, 0, -1.5), jump.displacement(new Point(10, 20, 30)), 1e-9);
        assertNear(new Point(0.75, 0, 1.5), jump.displacement(new Point(10, 80, 30)), 1e-9);
        assertNear(Point.ORIGIN, jump.displacement(new Point(10, 50, 30)), 0);
    }

    @Test
    void steepestInTheMiddle() {
        final Deformation jump = Deformations.jump(new Point(0.75, 0, 1.5), NORMAL_Y, new Point(50, 50, 50), 2);
        final double[] f = jump.gradient(new Point(0, 50, 0));
        assertEquals(0.375, f[1]);
        assertEquals(0.75, f[7]);
    }

    @Test
    void onlyBandsAlongTheRowsKeepThemStraight() {
        assertTrue(Deformations.jump(new Point(1, 0, 0), NORMAL_Y, Point.ORIGIN, 2).keepsRowsStraight());
        assertFalse(Deformations.jump(new Point(0, 1, 0), new Point(1, 0, 0), Point.ORIGIN, 2).keepsRowsStraight());
    }

    @Test
    void refusesWhatHasNoClosedInverse() {
        assertEquals("The slip Point[x=0.0, y=1.0, z=0.0] must lie in the plane of the band, perpendicular to the "
            + "normal Point[x=0.0, y=1.0, z=0.0].", message(new Point(0, 1, 0), NORMAL_Y, 2));
        assertEquals("The normal Point[x=0.0, y=2.0, z=0.0] of the band must have length 1.",
            message(new Point(1, 0, 0), new Point(0, 2, 0), 2));
        assertEquals("The half width of the band is 0.0 voxels, but must be greater than zero.",
            message(new Point(1, 0, 0), NORMAL_Y, 0));
    }

    private static String message(final Point slip, final Point normal, final double halfWidth) {
        return assertThrows(IllegalArgumentException.class,
            () -> Deformations.jump(slip, normal, Point.ORIGIN, halfWidth)).getMessage();
    }
}
