// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import net.imglib2.parallel.Parallelization;
import org.electrode4d.transport.TransportException;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;

class AlgebraicMultigridTest {

    private static final GridMatrix.Conductance EVEN = (a, b) -> 1;

    private static double[] random(final int size, final long seed) {
        return new Random(seed).doubles(size, -1, 1).toArray();
    }

    /** Solves with a known solution and returns the number of iterations. */
    private static int iterations(final int edge, final GridMatrix.Conductance conductance, final double shift) {
        final GridMatrix grid = new GridMatrix(edge);
        final SparsityPattern pattern = grid.pattern();
        final SparseMatrix stiffness = grid.stiffness(pattern, conductance);
        final SparseMatrix mass = GridMatrix.identity(pattern);
        final SparseMatrix system = new SparseMatrix(pattern);
        system.setSum(stiffness, shift, mass);
        final AlgebraicMultigrid multigrid = AlgebraicMultigrid.of(stiffness, mass, List.of(), Progress.NONE);
        multigrid.shift(shift);
        final double[] exact = random(edge * edge, 3);
        final double[] x = new double[edge * edge];
        final int iterations = new ConjugateGradients(system, multigrid, 200).solve(system.times(exact), x, 1e-10,
            Progress.NONE);
        for (int i = 0; i < x.length; i++) {
            assertEquals(exact[i], x[i], 1e-5);
        }
        return iterations;
    }

    @Test
    void iterationsHardlyGrowWithTheGrid() {
        final int small = iterations(40, EVEN, 0);
        final int large = iterations(160, EVEN, 0);
        assertTrue(small <= 20, () -> small + " iterations");
        assertTrue(large <= 26, () -> large + " iterations");
    }

    @Test
    void dominantMassMakesItEasier() {
        assertTrue(iterations(100, EVEN, 10) <= 10);
    }

    @Test
    void jumpsOfTheCoefficientAreSolved() {
        final int iterations = iterations(100, (a, b) -> a % 100 < 50 && b % 100 < 50 ? 1e-4 : 1, 0);
        assertTrue(iterations <= 40, () -> iterations + " iterations");
    }

    @Test
    void itIsSymmetric() {
        final GridMatrix grid = new GridMatrix(60);
        final SparsityPattern pattern = grid.pattern();
        final AlgebraicMultigrid multigrid = AlgebraicMultigrid.of(grid.stiffness(pattern, EVEN),
            GridMatrix.identity(pattern), List.of(), Progress.NONE);
        final double[] x = random(3600, 1);
        final double[] y = random(3600, 2);
        final double[] bx = new double[3600];
        final double[] by = new double[3600];
        multigrid.apply(x, bx);
        multigrid.apply(y, by);
        assertEquals(RowChunks.dot(y, bx), RowChunks.dot(x, by), 1e-5 * Math.abs(RowChunks.dot(x, bx)));
    }

    /** More rows than a chunk, so that several threads are at work. */
    @Test
    void theNumberOfThreadsDoesNotMatter() {
        final GridMatrix grid = new GridMatrix(240);
        final SparsityPattern pattern = grid.pattern();
        final double[] r = random(pattern.rows(), 5);
        final double[] one = Parallelization.runSingleThreaded(() -> applied(grid, pattern, r));
        final double[] four = Parallelization.runWithNumThreads(4, () -> applied(grid, pattern, r));
        assertArrayEquals(one, four);
    }

    private static double[] applied(final GridMatrix grid, final SparsityPattern pattern, final double[] r) {
        final double[] z = new double[r.length];
        AlgebraicMultigrid.of(grid.stiffness(pattern, EVEN), GridMatrix.identity(pattern), List.of(), Progress.NONE)
            .apply(r, z);
        return z;
    }

    /** Nothing holds the second half: there the right-hand side is zero, and so is the answer. */
    @Test
    void whatNothingHoldsStaysZero() {
        final GridMatrix grid = new GridMatrix(50);
        final SparsityPattern pattern = grid.pattern();
        final SparseMatrix stiffness = grid.stiffness(pattern, (a, b) -> a / 50 < 25 == b / 50 < 25 ? 1 : 0);
        final SparseMatrix mass = GridMatrix.identity(pattern);
        final AlgebraicMultigrid multigrid = AlgebraicMultigrid.of(stiffness, mass, List.of(), Progress.NONE);
        multigrid.shift(1e-12);
        final SparseMatrix system = new SparseMatrix(pattern);
        system.setSum(stiffness, 1e-12, mass);
        final double[] b = new double[2500];
        Arrays.fill(b, 0, 50, 1);
        final double[] x = new double[2500];
        new ConjugateGradients(system, multigrid, 100).solve(b, x, 1e-10, Progress.NONE);
        for (int i = 0; i < x.length; i++) {
            assertEquals(i < 1250 ? 1 : 0, x[i], i < 1250 ? 1e-6 : 0);
        }
    }

    @Test
    void tooFewIterationsAreAnError() {
        final GridMatrix grid = new GridMatrix(30);
        final SparseMatrix matrix = grid.stiffness(grid.pattern(), EVEN);
        final Preconditioner none = (r, z) -> System.arraycopy(r, 0, z, 0, r.length);
        final String message = assertThrows(TransportException.class,
            () -> new ConjugateGradients(matrix, none, 3).solve(random(900, 1), new double[900], 1e-8, Progress.NONE))
            .getMessage();
        assertTrue(message.startsWith("Conjugate gradients did not converge in 3 iterations"), message);
    }

    @Test
    void matricesOfDifferentPatternsAreRefused() {
        final GridMatrix grid = new GridMatrix(4);
        final SparseMatrix stiffness = grid.stiffness(grid.pattern(), EVEN);
        assertThrows(IllegalArgumentException.class, () -> AlgebraicMultigrid.of(stiffness,
            GridMatrix.identity(grid.pattern()), List.of(), Progress.NONE));
        assertThrows(IllegalArgumentException.class, () -> stiffness.get(0, 15));
    }
}
