// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

import org.electrode4d.transport.linear.AlgebraicMultigrid;
import org.electrode4d.transport.linear.ConjugateGradients;
import org.electrode4d.transport.linear.RowChunks;
import org.electrode4d.transport.linear.SparseMatrix;
import org.electrode4d.transport.mesh.SimplexMesh;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Manufactured solutions of {@code u - div grad u = f} without flux through the boundary, or with a Robin boundary. */
class SpaceConvergenceTest {

    private static final double PI = Math.PI;

    /** Errors of the solution: in the mean square, and of its gradient. */
    private record Errors(double values, double gradients) {
    }

    @Test
    void linearTrianglesConvergeQuadratically(final TestInfo info) {
        final List<Errors> errors = boxes(2, 1, new int[]{8, 16, 32});
        requireOrders(info, errors, 1.97, 0.98);
    }

    @Test
    void quadraticTrianglesConvergeCubically(final TestInfo info) {
        final List<Errors> errors = boxes(2, 2, new int[]{8, 16, 32});
        requireOrders(info, errors, 2.9, 1.95);
    }

    @Test
    void linearTetrahedraConvergeQuadratically(final TestInfo info) {
        final List<Errors> errors = boxes(3, 1, new int[]{4, 8, 16});
        requireOrders(info, errors, 1.88, 0.95);
    }

    @Test
    void quadraticTetrahedraConvergeCubically(final TestInfo info) {
        final List<Errors> errors = boxes(3, 2, new int[]{4, 8});
        requireOrders(info, errors, 2.9, 1.85);
    }

    @Test
    void curvedTrianglesOfADiscConvergeCubicallyStraightOnesDoNot(final TestInfo info) {
        requireOrders(info, discs(true, SimpleMeshes::disc, 2, 3, 4), 2.95, 1.95);
        final List<Errors> straight = discs(false, SimpleMeshes::disc, 2, 3, 4);
        assertEquals(2, order(straight.get(1).values(), straight.get(2).values()), 0.05);
        print(info, straight);
    }

    @Test
    void curvedTetrahedraOfABallConvergeCubically(final TestInfo info) {
        requireOrders(info, discs(true, SimpleMeshes::ball, 1, 2, 3), 2.9, 1.9);
    }

    private static List<Errors> boxes(final int dimension, final int order, final int[] counts) {
        final ScalarField exact = point -> Arrays.stream(point).map(x -> Math.cos(PI * x)).reduce(1, (a, b) -> a * b);
        final ScalarField source = point -> (1 + dimension * PI * PI) * exact.at(point);
        final List<Errors> errors = new ArrayList<>();
        for (final int n : counts) {
            final int[] cells = new int[dimension];
            Arrays.fill(cells, n);
            final double[] lengths = new double[dimension];
            Arrays.fill(lengths, 1);
            final LagrangeSpace space = LagrangeSpace.of(SimpleMeshes.box(cells, lengths), order);
            final SparseMatrix none = new SparseMatrix(space.pattern());
            errors.add(errors(space, solve(space, none, new Assembly(space).load(source)), exact));
        }
        return errors;
    }

    /** The exact solution exp(x) on the unit disc or ball; its flux e^x n_x enters by the load at the boundary. */
    private static List<Errors> discs(final boolean curved, final IntFunction<SimplexMesh> meshes,
        final int... refinements) {
        final ScalarField exact = point -> Math.exp(point[0]) * Math.cos(point[1]);
        final List<Errors> errors = new ArrayList<>();
        for (final int refinement : refinements) {
            final SimplexMesh mesh = meshes.apply(refinement);
            final var boundary = SimpleMeshes.part(mesh, middle -> 0).boundary();
            final LagrangeSpace space = curved ? LagrangeSpace.curved(mesh, boundary, SimpleMeshes::ontoUnit)
                : LagrangeSpace.of(mesh, 2);
            final FacetAssembly facets = new FacetAssembly(space, boundary);
            final double[] ones = new double[boundary.size()];
            Arrays.fill(ones, 1);
            final double[] load = new Assembly(space).load(exact);
            final double[] flux = facets.load(point -> exact.at(point)
                + Math.exp(point[0]) * (point[0] * Math.cos(point[1]) - point[1] * Math.sin(point[1])));
            Arrays.setAll(load, i -> load[i] + flux[i]);
            errors.add(errors(space, solve(space, facets.mass(ones), load), exact));
        }
        return errors;
    }

    private static double[] solve(final LagrangeSpace space, final SparseMatrix boundary, final double[] load) {
        final double[] ones = new double[space.mesh().cellCount()];
        Arrays.fill(ones, 1);
        final Assembly assembly = new Assembly(space);
        final SparseMatrix mass = assembly.mass(ones);
        final SparseMatrix stiffness = new SparseMatrix(space.pattern());
        stiffness.setSum(assembly.stiffness(ones), 1, boundary);
        final AlgebraicMultigrid multigrid = AlgebraicMultigrid.of(stiffness, mass,
            space.order() == 2 ? List.of(space.fromLinear()) : List.of(), Progress.NONE);
        multigrid.shift(1);
        final SparseMatrix system = new SparseMatrix(space.pattern());
        system.setSum(stiffness, 1, mass);
        final double[] u = new double[space.size()];
        final int iterations = new ConjugateGradients(system, multigrid, 60).solve(load, u, 1e-12, Progress.NONE);
        assertTrue(iterations < 40, () -> iterations + " iterations");
        return u;
    }

    /** Errors by quadrature on every element, so that no smoothness between elements is taken for granted. */
    private static Errors errors(final LagrangeSpace space, final double[] u, final ScalarField exact) {
        final ErrorNorm norm = new ErrorNorm(space, u, exact);
        return new Errors(norm.values(), norm.gradients());
    }

    private static double order(final double coarse, final double fine) {
        return Math.log(coarse / fine) / Math.log(2);
    }

    private static void print(final TestInfo info, final List<Errors> errors) {
        for (int i = 1; i < errors.size(); i++) {
            final Errors coarse = errors.get(i - 1);
            final Errors fine = errors.get(i);
            System.out.printf(Locale.ROOT, "%s: L2 %.3e, order %.3f; H1 %.3e, order %.3f%n", info.getDisplayName(),
                fine.values(), order(coarse.values(), fine.values()), fine.gradients(),
                order(coarse.gradients(), fine.gradients()));
        }
    }

    /** The last two of the errors, on meshes of which one is twice as fine. */
    private static void requireOrders(final TestInfo info, final List<Errors> errors, final double values,
        final double gradients) {
        print(info, errors);
        final Errors coarse = errors.get(errors.size() - 2);
        final Errors fine = errors.get(errors.size() - 1);
        assertTrue(order(coarse.values(), fine.values()) > values, "order of values");
        assertTrue(order(coarse.gradients(), fine.gradients()) > gradients, "order of gradients");
    }
}
