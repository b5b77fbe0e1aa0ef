// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.electrode4d.volume.Point;
import org.junit.jupiter.api.Test;

final class TransformationTest {

    private static final double[] NONE = {1, 1, 1, 0, 0, 0};

    private static void assertPoint(final Point expected, final Point actual) {
        assertEquals(0, expected.distance(actual), 1e-9, () -> expected + " but was " + actual);
    }

    @Test
    void aQuarterTurnAboutZTakesXToY() {
        final Transformation turn = Transformation.of(new Point(0, 0, 90), NONE, Point.ORIGIN);
        assertPoint(new Point(5, 6, 0), turn.apply(new Point(6, 5, 0), new Point(5, 5, 0)));
    }

    @Test
    void stretchComesBeforeRotation() {
        final Transformation map = Transformation.of(new Point(0, 0, 90), new double[] {2, 1, 1, 0, 0, 0},
            new Point(0, 0, 1));
        assertPoint(new Point(0, 2, 1), map.apply(new Point(1, 0, 0), Point.ORIGIN));
    }

    @Test
    void recentringKeepsTheMap() {
        final Transformation map = Transformation.of(new double[] {1.1, 0.2, 0, 0, 0.9, 0, 0.1, 0, 1},
            new Point(3, 0, 1));
        final Point c1 = new Point(4, 5, 6);
        final Point c2 = new Point(-10, 20, 0);
        assertPoint(map.apply(new Point(1, 2, 3), c1), map.recentred(c1, c2).apply(new Point(1, 2, 3), c2));
    }

    @Test
    void anInverseOfNothingIsNotFinite() {
        assertFalse(Transformation.of(new double[9], Point.ORIGIN).inverse().isFinite());
    }

    @Test
    void aGradientNeedsNineEntries() {
        assertThrows(IllegalArgumentException.class, () -> Transformation.of(new double[4], Point.ORIGIN));
    }

    @Test
    void rigidLeavesOutTheStretch() {
        final Point rotation = new Point(3, -4, 12);
        final Transformation rigid = Transformation.of(rotation, new double[] {1.3, 0.8, 1, 0.1, 0, 0}, Point.ORIGIN)
            .rigid();
        assertArrayEquals(Transformation.of(rotation, NONE, Point.ORIGIN).f(), rigid.f(), 1e-12);
    }

    @Test
    void halfTurnsHaveAnAxis() {
        final double[] r = Polar.rotation(0, 180, 0);
        assertArrayEquals(new double[] {0, 180, 0}, Polar.of(r).rotationVector(), 1e-6);
    }

    @Property
    void aMapAfterItsInverseIsTheIdentity(@ForAll("maps") final Transformation map) {
        final Transformation both = map.after(map.inverse());
        assertArrayEquals(Matrix3.identity(), both.f(), 1e-9);
        assertPoint(Point.ORIGIN, both.displacement());
    }

    @Property
    void mapsChainAsPointsDo(@ForAll("maps") final Transformation first, @ForAll("maps") final Transformation second) {
        final Point centre = new Point(10, -3, 4);
        final Point x = new Point(1, 2, 3);
        assertEquals(0, second.apply(first.apply(x, centre), centre).distance(second.after(first).apply(x, centre)),
            1e-8);
    }

    @Property
    void rotationAndStretchAreFoundAgain(@ForAll("rotations") final Point rotation,
        @ForAll("stretches") final double[] stretch) {
        final Polar polar = Polar.of(Transformation.of(rotation, stretch, Point.ORIGIN).f());
        assertArrayEquals(new double[] {rotation.x(), rotation.y(), rotation.z()}, polar.rotationVector(), 1e-6);
        assertArrayEquals(stretch, new double[] {polar.stretch()[0], polar.stretch()[4], polar.stretch()[8],
            polar.stretch()[1], polar.stretch()[2], polar.stretch()[5]}, 1e-9);
    }

    @Provide
    Arbitrary<Point> rotations() {
        final Arbitrary<Double> angle = Arbitraries.doubles().between(-90, 90);
        return Combinators.combine(angle, angle, angle).as(Point::new);
    }

    @Provide
    Arbitrary<double[]> stretches() {
        final Arbitrary<Double> normal = Arbitraries.doubles().between(0.7, 1.6);
        final Arbitrary<Double> shear = Arbitraries.doubles().between(-0.2, 0.2);
        return Combinators.combine(normal, normal, normal, shear, shear, shear)
            .as((a, b, c, d, e, f) -> new double[] {a, b, c, d, e, f});
    }

    @Provide
    Arbitrary<Transformation> maps() {
        return Combinators.combine(rotations(), stretches(), rotations()).as(Transformation::of);
    }
}
