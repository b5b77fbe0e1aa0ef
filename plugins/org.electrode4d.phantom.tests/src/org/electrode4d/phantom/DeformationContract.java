// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.electrode4d.volume.Point;

/** What every deformation promises; each implementation's test extends it. */
abstract class DeformationContract {

    private static final double STEP = 1e-4;

    @Provide
    abstract Arbitrary<Deformation> deformations();

    @Provide
    Arbitrary<Point> points() {
        return pointsWithin(-150, 350);
    }

    static Arbitrary<Point> pointsWithin(final double min, final double max) {
        final Arbitrary<Double> coordinate = Arbitraries.doubles().between(min, max).ofScale(6);
        return Combinators.combine(coordinate, coordinate, coordinate).as(Point::new);
    }

    @Property
    void inverseUndoesForward(@ForAll("deformations") final Deformation deformation,
        @ForAll("points") final Point reference) {
        assertNear(reference, deformation.inverse(deformation.forward(reference)), 1e-9);
    }

    @Property
    void forwardUndoesInverse(@ForAll("deformations") final Deformation deformation,
        @ForAll("points") final Point deformed) {
        assertNear(deformed, deformation.forward(deformation.inverse(deformed)), 1e-9);
    }

    @Property
    void displacementLeadsToTheDeformedPlace(@ForAll("deformations") final Deformation deformation,
        @ForAll("points") final Point reference) {
        assertNear(deformation.forward(reference), reference.plus(deformation.displacement(reference)), 1e-9);
    }

    @Property
    void gradientIsTheDerivative(@ForAll("deformations") final Deformation deformation,
        @ForAll("points") final Point reference) {
        final double[] f = deformation.gradient(reference);
        final Point[] axes = {new Point(STEP, 0, 0), new Point(0, STEP, 0), new Point(0, 0, STEP)};
        for (int axis = 0; axis < 3; axis++) {
            final Point derivative = deformation.forward(reference.plus(axes[axis]))
                .minus(deformation.forward(reference.minus(axes[axis]))).times(0.5 / STEP);
            assertNear(new Point(f[axis], f[3 + axis], f[6 + axis]), derivative, 1e-5);
        }
    }

    @Property
    void gradientIsTheCallersOwn(@ForAll("deformations") final Deformation deformation,
        @ForAll("points") final Point reference) {
        final double before = deformation.gradient(reference)[0];
        deformation.gradient(reference)[0] = Double.NaN;
        assertEquals(before, deformation.gradient(reference)[0]);
    }

    @Property
    void boxesHoldWhatTheirPointsBecome(@ForAll("deformations") final Deformation deformation,
        @ForAll("points") final Point corner, @ForAll("inside") final Point inside) {
        final Bounds box = new Bounds(corner, corner.plus(new Point(64, 40, 30)));
        final Point point = corner.plus(new Point(64 * inside.x(), 40 * inside.y(), 30 * inside.z()));
        assertTrue(deformation.forward(box).grow(1e-9).contains(deformation.forward(point)));
        assertTrue(deformation.inverse(box).grow(1e-9).contains(deformation.inverse(point)));
    }

    @Provide
    Arbitrary<Point> inside() {
        return pointsWithin(0, 1);
    }

    @Property
    void rowsAreStraightWherePromised(@ForAll("deformations") final Deformation deformation,
        @ForAll("points") final Point start, @ForAll @DoubleRange(min = -100, max = 300) final double x) {
        Assume.that(deformation.keepsRowsStraight());
        final Point origin = deformation.inverse(new Point(0, start.y(), start.z()));
        final Point step = deformation.inverse(new Point(1, start.y(), start.z())).minus(origin);
        assertNear(origin.plus(step.times(x)), deformation.inverse(new Point(x, start.y(), start.z())), 1e-9);
    }

    static void assertNear(final Point expected, final Point actual, final double tolerance) {
        assertTrue(expected.distance(actual) <= tolerance, () -> "expected " + expected + ", but was " + actual);
    }
}
