// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import java.util.Arrays;
import java.util.List;
import org.electrode4d.transport.linear.AlgebraicMultigrid;
import org.electrode4d.transport.linear.ConjugateGradients;
import org.electrode4d.transport.linear.SparseMatrix;
import org.electrode4d.volume.Progress;

/**
 * The linear systems of diffusion in a particle whose surface reacts: {@code q (D K + a M) + diag(g)}, with q the
 * charge of a full µm³, K stiffness, M mass, a the factor of a time step, and g what the current at a node changes
 * with the state of charge there. Symmetric and positive definite; solved by conjugate gradients with algebraic
 * multigrid, whose grids are kept until g has changed by a factor of two.
 */
final class SurfaceSystem {

    private static final int MOST_ITERATIONS = 1000;
    private static final double CHANGE = 2;

    private final ParticleModel model;
    private final Progress progress;
    private final SparseMatrix diffusion;
    private final SparseMatrix mass;
    private final SparseMatrix withSurface;
    private final SparseMatrix matrix;
    private final int[] diagonal;
    private final double tolerance;
    private ConjugateGradients solver;
    private AlgebraicMultigrid multigrid;
    private double surfaceOfGrids;
    private double shift;

    /** @param tolerance the residual of solutions, relative to the right-hand side */
    SurfaceSystem(final ParticleModel model, final double tolerance, final Progress progress) {
        this.model = model;
        this.progress = progress;
        this.tolerance = tolerance;
        final double charge = model.material().charge();
        final SparseMatrix zero = new SparseMatrix(model.mass().pattern());
        diffusion = new SparseMatrix(zero.pattern());
        diffusion.setSum(zero, charge * model.material().micrometresSquaredPerSecond(), model.stiffness());
        mass = new SparseMatrix(zero.pattern());
        mass.setSum(zero, charge, model.mass());
        withSurface = new SparseMatrix(zero.pattern());
        matrix = new SparseMatrix(zero.pattern());
        diagonal = new int[zero.pattern().rows()];
        Arrays.setAll(diagonal, row -> zero.pattern().find(row, row));
    }

    /** The stiffness times charge and diffusivity. */
    SparseMatrix diffusion() {
        return diffusion;
    }

    /** The mass times charge. */
    SparseMatrix mass() {
        return mass;
    }

    /**
     * From now on for these factors.
     *
     * @param a in 1/s
     * @param g at the nodes, zero or above
     */
    void set(final double a, final double[] g) {
        withSurface.setSum(diffusion, 0, diffusion);
        for (int i = 0; i < diagonal.length; i++) {
            withSurface.values()[diagonal[i]] += g[i];
        }
        matrix.setSum(withSurface, a, mass);
        final double total = Arrays.stream(g).sum();
        final boolean isOld = multigrid == null || total > CHANGE * surfaceOfGrids || CHANGE * total < surfaceOfGrids;
        if (isOld) {
            final SparseMatrix kept = new SparseMatrix(withSurface.pattern());
            kept.setSum(withSurface, 0, withSurface);
            multigrid = AlgebraicMultigrid.of(kept, mass,
                model.space().order() == 1 ? List.of() : List.of(model.space().fromLinear()), progress);
            surfaceOfGrids = total;
            solver = new ConjugateGradients(matrix, multigrid, MOST_ITERATIONS);
        }
        if (isOld || shift != a) {
            multigrid.shift(a);
            shift = a;
        }
    }

    /** @param x the first guess, and then the solution */
    void solve(final double[] b, final double[] x) {
        solver.solve(b, x, tolerance, progress);
    }
}
