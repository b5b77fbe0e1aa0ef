// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.electrode4d.volume.Point;
import org.junit.jupiter.api.Test;

final class FieldPassingTest {

    /** Reaches one coarse spacing beyond {@link Fields#GRID}, which begins at 5, 6, 7. */
    private static final NodeGrid FINE = new NodeGrid(new Point(-5, -4, -3), new Point(2.5, 5, 5), 25, 11, 11);

    private static boolean isInside(final Point p) {
        return p.x() >= 5 && p.x() <= 45 && p.y() >= 6 && p.y() <= 36 && p.z() >= 7 && p.z() <= 37;
    }

    @Property(tries = 30)
    void anAffineFieldPassesExactlyAtAndBeyondTheBorder(
        @ForAll @DoubleRange(min = -0.2, max = 0.2) final double a,
        @ForAll @DoubleRange(min = -0.2, max = 0.2) final double b,
        @ForAll @DoubleRange(min = -20, max = 20) final double shift) {
        final Transformation map = Transformation.of(new double[] {1 + a, b, 0, -b, 1, a * b, 0, a, 1 - b},
            new Point(shift, -shift, 1));
        final DeformationField passed = FieldPassing.to(Fields.affine(map), FINE);
        for (int node = 0; node < FINE.size(); node++) {
            final Point X = FINE.position(node);
            assertEquals(0, map.displacement(X, Point.ORIGIN).distance(passed.displacement(node)), 1e-9);
            assertArrayEquals(map.f(), passed.f(node), 1e-12);
            assertEquals(isInside(X) ? NodeStatus.CONVERGED : NodeStatus.FILLED, passed.status(node));
        }
    }

    @Test
    void aQuadraticFieldPassesExactlyInside() {
        final DeformationField passed = FieldPassing.to(Fields.of(Fields.GRID, Fields::quadratic), FINE);
        for (int node = 0; node < FINE.size(); node++) {
            if (isInside(FINE.position(node))) {
                final Transformation exact = Fields.quadratic(FINE.position(node));
                assertEquals(0, exact.displacement().distance(passed.displacement(node)), 1e-9);
                assertArrayEquals(exact.f(), passed.f(node), 1e-12);
            }
        }
    }

    @Test
    void beyondAFailedNodeValuesAreMarkedAndWhereAllFailedThereAreNone() {
        final DeformationField coarse = Fields.affine(Transformation.translation(1, 2, 3));
        final NodeGrid middles = new NodeGrid(new Point(10, 11, 12), new Point(10, 10, 10), 4, 3, 3);
        final DeformationField one = FieldPassing.to(Fields.failing(coarse, 0), middles);
        assertEquals(NodeStatus.FILLED, one.status(0));
        assertEquals(1, one.displacement(0).x(), 1e-12);
        assertEquals(NodeStatus.CONVERGED, one.status(1));
        final NodeGrid g = Fields.GRID;
        final DeformationField all = FieldPassing.to(Fields.failing(coarse, 0, 1, g.nx(), g.nx() + 1,
            g.index(0, 0, 1), g.index(1, 0, 1), g.index(0, 1, 1), g.index(1, 1, 1)), middles);
        assertEquals(NodeStatus.NOT_RUN, all.status(0));
        assertEquals(Point.ORIGIN, all.displacement(0));
        assertEquals(NodeStatus.FILLED, all.status(1));
    }

    @Test
    void aRegistrationIsMarkedAsExtrapolated() {
        final Transformation stretch = Transformation.of(Matrix3.diagonal(1, 1, 1.1), new Point(0, 0, 2));
        final DeformationField registration = DeformationField.builder(NodeGrid.single(new Point(20, 20, 20)),
            Fields.VOXEL).set(0, NodeResult.of(stretch, NodeStatus.CONVERGED)).build();
        final DeformationField passed = FieldPassing.to(registration, Fields.GRID);
        assertEquals(2 - 0.1 * 13, passed.displacement(0).z(), 1e-12);
        assertEquals(Fields.GRID.size(), passed.count(NodeStatus.FILLED));
    }
}
