// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import net.imglib2.parallel.Parallelization;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldCompositionTest {

    private static final Transformation A = Transformation.of(new Point(3, 1, 0),
        new double[] {1.1, 1, 0.9, 0, 0.02, 0}, new Point(4, 0, -2));
    private static final Transformation B = Transformation.of(new Point(0, -2, 5), new double[] {1, 1.2, 1, 0.01, 0, 0},
        new Point(-1, 3, 0));

    @Test
    void affineFieldsChainExactly() {
        final DeformationField both = FieldComposition.compose(Fields.affine(A), Fields.affine(B));
        final Transformation exact = B.after(A);
        for (int node = 0; node < both.grid().size(); node++) {
            final Point X = both.grid().position(node);
            assertArrayEquals(exact.f(), both.f(node), 1e-12);
            assertEquals(0, exact.displacement(X, Point.ORIGIN).distance(both.displacement(node)), 1e-12);
            assertEquals(NodeStatus.CONVERGED, both.status(node));
        }
    }

    @Property(tries = 50)
    void aFieldAndItsInverseCancel(@ForAll @Scale(5) @DoubleRange(min = -0.004, max = 0.004) final double bend,
        @ForAll @DoubleRange(min = -3, max = 3) final double shift) {
        final DeformationField field = Fields.of(Fields.GRID, X -> Transformation.of(
            Matrix3.diagonal(1, 1, 1 + 2 * bend * X.z()), new Point(shift, -shift, bend * X.z() * X.z())));
        final DeformationField nothing = FieldComposition.compose(FieldComposition.inverse(field), field);
        for (int node = 0; node < nothing.grid().size(); node++) {
            assertEquals(0, nothing.displacement(node).norm(), 2e-4);
            assertArrayEquals(Matrix3.identity(), nothing.f(node), 2e-3);
        }
    }

    @Test
    void statusesTravel() {
        final DeformationField first = Fields.failing(Fields.affine(A), 0).toBuilder()
            .set(1, NodeResult.of(A, NodeStatus.FILLED)).build();
        final DeformationField both = FieldComposition.compose(first, Fields.affine(B));
        assertEquals(NodeStatus.DIVERGED, both.status(0));
        assertEquals(NodeStatus.FILLED, both.status(1));
        assertEquals(NodeStatus.CONVERGED, both.status(2));
        final DeformationField nothing = DeformationField.builder(Fields.GRID, Fields.VOXEL).build();
        assertEquals(NodeStatus.NOT_RUN, FieldComposition.compose(Fields.affine(A), nothing).status(5));
    }

    @Test
    void fieldsOfDifferentVoxelsDoNotChain() {
        final DeformationField other = DeformationField.builder(Fields.GRID, VoxelSize.isotropic(1)).build();
        final String message = assertThrows(CorrelationException.class,
            () -> FieldComposition.compose(Fields.affine(A), other)).getMessage();
        assertTrue(message.contains("0.5 x 0.25 x 2.0 µm and 1.0 x 1.0 x 1.0 µm"), message);
    }

    @Test
    void aChainOfAffineFieldsIsTheProductOfTheirMaps() {
        final NodeGrid coarse = new NodeGrid(new Point(-20, -20, -20), new Point(40, 40, 40), 3, 3, 3);
        final List<DeformationField> chain = FieldComposition.cumulative(List.of(Fields.affine(A),
            Fields.of(coarse, X -> B.recentred(Point.ORIGIN, X)), Fields.affine(A)), Progress.NONE);
        assertEquals(3, chain.size());
        final Transformation exact = A.after(B.after(A));
        for (int node = 0; node < Fields.GRID.size(); node++) {
            assertArrayEquals(exact.f(), chain.get(2).f(node), 1e-12);
            assertEquals(0, exact.displacement(Fields.GRID.position(node), Point.ORIGIN)
                .distance(chain.get(2).displacement(node)), 1e-11);
        }
        assertEquals(List.of(), FieldComposition.cumulative(List.of(), Progress.NONE));
    }

    /** u_x = a sin(k x), u_y = u_z = 0: all of the error is the interpolation's, that has a bound. */
    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16})
    void smoothFieldsChainToTheInterpolationErrorOfTheirSpacing(final int spacing) {
        final double a = 1.5;
        final double k = 2 * Math.PI / 100;
        final NodeGrid grid = new NodeGrid(Point.ORIGIN, new Point(spacing, spacing, spacing), 192 / spacing, 3, 3);
        final Function<Point, Transformation> wave = X -> Transformation.of(
            Matrix3.diagonal(1 + a * k * Math.cos(k * X.x()), 1, 1), new Point(a * Math.sin(k * X.x()), 0, 0));
        final Transformation shift = Transformation.translation(0.5 * spacing, 0, 0);
        final DeformationField both = FieldComposition.compose(Fields.of(grid, X -> shift), Fields.of(grid, wave));
        double u = 0;
        double f = 0;
        for (int node = 0; node < both.grid().size(); node++) {
            if (both.grid().ix(node) < both.grid().nx() - 1) {
                final Transformation exact = wave.apply(both.grid().position(node).plus(shift.displacement()));
                u = Math.max(u, exact.displacement().plus(shift.displacement()).distance(both.displacement(node)));
                f = Math.max(f, Math.abs(exact.f(0, 0) - both.f(node)[0]));
            }
        }
        final double third = a * k * k * k;
        assertTrue(u <= Math.sqrt(3) / 216 * spacing * spacing * spacing * third, "u is off by " + u);
        final double bound = spacing * spacing / 8.0 * third;
        assertTrue(f <= bound && f > 0.9 * bound, "F is off by " + f + ", expected " + bound);
    }

    /** Where the third derivative is constant the bound is met: at (3 +- sqrt 3) / 6 of the way between two nodes. */
    @ParameterizedTest
    @ValueSource(ints = {5, 10, 20})
    void cubicDisplacementsAreOffByTheThirdPowerOfTheSpacing(final int spacing) {
        final NodeGrid grid = new NodeGrid(Point.ORIGIN, new Point(spacing, spacing, spacing), 4, 2, 2);
        final DeformationField cubic = Fields.of(grid, X -> Transformation.of(
            Matrix3.diagonal(1 + 3e-5 * X.x() * X.x(), 1, 1), new Point(1e-5 * Math.pow(X.x(), 3), 0, 0)));
        final double x = spacing * (1 + (3 - Math.sqrt(3)) / 6);
        final double error = cubic.at(new Point(x, 0, 0)).displacement().x() - 1e-5 * Math.pow(x, 3);
        assertEquals(Math.sqrt(3) / 216 * Math.pow(spacing, 3) * 6e-5, Math.abs(error), 1e-12);
    }

    @Test
    void uncertaintiesAddUpAndAreStretched() {
        final Transformation stretch = Transformation.of(Matrix3.diagonal(2, 1, 1), Point.ORIGIN);
        final DeformationField first = uncertain(Transformation.translation(3, 0, 0), new Point(0.03, 0.03, 0.03));
        final DeformationField second = uncertain(stretch, new Point(0.08, 0.04, 0));
        final DeformationField both = FieldComposition.compose(first, second);
        assertPoint(new Point(0.1, 0.05, 0.03), both.uncertainty(7));
        assertPoint(new Point(0.04, 0.04, 0), FieldComposition.inverse(second).uncertainty(0));
        assertTrue(Double.isNaN(FieldComposition.compose(first, Fields.affine(A)).uncertainty(0).x()));
    }

    private static DeformationField uncertain(final Transformation map, final Point sigma) {
        final DeformationField.Builder builder = Fields.affine(map).toBuilder();
        for (int node = 0; node < Fields.GRID.size(); node++) {
            builder.set(node, new NodeResult(map.recentred(Point.ORIGIN, Fields.GRID.position(node)),
                NodeStatus.CONVERGED, 1, 0, 3, 0, sigma));
        }
        return builder.build();
    }

    private static void assertPoint(final Point expected, final Point found) {
        assertEquals(0, expected.distance(found), 1e-12, found::toString);
    }

    @Test
    void nodesMadeOfFailedNeighboursOrFarBeyondTheGridAreFilled() {
        final DeformationField here = Fields.affine(Transformation.translation(0.5, 0, 0));
        final DeformationField holes = Fields.failing(Fields.affine(B), Fields.GRID.index(1, 0, 0));
        final DeformationField both = FieldComposition.compose(here, holes);
        assertEquals(NodeStatus.FILLED, both.status(0));
        assertEquals(NodeStatus.CONVERGED, both.status(Fields.GRID.index(2, 0, 0)));
        assertEquals(NodeStatus.CONVERGED, both.status(Fields.GRID.index(4, 0, 0)), "half a voxel beyond the grid");
        final DeformationField far = Fields.affine(Transformation.translation(10.5, 0, 0));
        assertEquals(NodeStatus.FILLED, FieldComposition.compose(far, Fields.affine(B))
            .status(Fields.GRID.index(4, 0, 0)));
    }

    @Test
    void aRegistrationThatFailedStaysFailed() {
        final DeformationField lone = DeformationField.builder(NodeGrid.single(new Point(20, 20, 20)), Fields.VOXEL)
            .set(0, NodeResult.of(A, NodeStatus.MAX_ITERATIONS)).build();
        assertEquals(NodeStatus.MAX_ITERATIONS, FieldComposition.compose(lone, Fields.affine(B)).status(0));
        final DeformationField after = FieldComposition.compose(Fields.affine(B), lone);
        assertEquals(Fields.GRID.size(), after.count(NodeStatus.MAX_ITERATIONS));
        assertEquals(NodeStatus.MAX_ITERATIONS, FieldComposition.inverse(lone).status(0));
    }

    @Test
    void foldedNodesAreNeverCalledGood() {
        final DeformationField mirror = Fields.affine(
            Transformation.of(Matrix3.diagonal(1, 1, -1), new Point(0, 0, 60)));
        final DeformationField flat = Fields.affine(Transformation.of(Matrix3.diagonal(1, 1, 0), new Point(0, 0, 20)));
        final DeformationField still = Fields.affine(Transformation.IDENTITY);
        final int n = Fields.GRID.size();
        assertEquals(n, FieldComposition.compose(mirror, still).count(NodeStatus.VOLUME_CHANGE));
        assertEquals(n, FieldComposition.compose(still, mirror).count(NodeStatus.VOLUME_CHANGE));
        assertEquals(n, FieldComposition.compose(mirror, mirror).count(NodeStatus.VOLUME_CHANGE), "det F = 1 again");
        assertEquals(n, FieldComposition.compose(still, flat).count(NodeStatus.SINGULAR_TRANSFORMATION));
        assertEquals(0, FieldComposition.inverse(mirror).count(NodeStatus.CONVERGED));
        assertEquals(0, FieldComposition.inverse(flat).count(NodeStatus.CONVERGED));
        final DeformationField one = still.toBuilder().set(0,
            NodeResult.of(Transformation.of(Matrix3.diagonal(-1, 1, 1), Point.ORIGIN), NodeStatus.CONVERGED)).build();
        final DeformationField near = FieldComposition.compose(Fields.affine(Transformation.translation(4, 0, 0)), one);
        assertEquals(NodeStatus.VOLUME_CHANGE, near.status(0), "det F is positive between a folded and a good node");
    }

    /** Nodes 2 and 3 change places although every F is the identity. */
    @Test
    void theInverseRefusesPlacesThatFoldedMaterialCovers() {
        final DeformationField field = Fields.of(Fields.GRID, X -> Transformation.translation(
            X.x() == 25 ? 12 : X.x() == 35 ? -12 : 0, 0, 0));
        final DeformationField back = FieldComposition.inverse(field);
        for (int iy = 0; iy < 4; iy++) {
            assertEquals(NodeStatus.CONVERGED, back.status(Fields.GRID.index(0, iy, 1)));
            assertEquals(NodeStatus.VOLUME_CHANGE, back.status(Fields.GRID.index(2, iy, 1)));
            assertEquals(NodeStatus.VOLUME_CHANGE, back.status(Fields.GRID.index(3, iy, 1)));
        }
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() throws Exception {
        final DeformationField first = Fields.of(Fields.GRID, Fields::quadratic);
        final DeformationField one = Parallelization.runWithNumThreads(1,
            () -> FieldComposition.inverse(FieldComposition.compose(first, first)));
        final DeformationField three = Parallelization.runWithNumThreads(3,
            () -> FieldComposition.inverse(FieldComposition.compose(first, first)));
        for (int node = 0; node < Fields.GRID.size(); node++) {
            assertEquals(one.result(node), three.result(node));
        }
    }
}
