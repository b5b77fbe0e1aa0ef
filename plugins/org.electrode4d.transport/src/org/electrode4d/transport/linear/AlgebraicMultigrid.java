// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.linear;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.volume.Progress;

/**
 * A V-cycle of algebraic multigrid for matrices {@code stiffness + shift mass}, as implicit time steps have them: the
 * grids and their matrices are made once, and a new shift costs one pass over the entries. Coarse grids are smoothed
 * aggregates of the stiffness; finer ones can be given, such as those of the linear elements for quadratic ones
 * (multigrid in the order of the elements). Works in single precision and is symmetric: one sweep of Gauss-Seidel
 * forward before, one backward after each coarse correction.
 *
 * <p>Memory: about 24 bytes per entry of the matrix besides the matrices themselves. Not for several threads at once;
 * works on the ambient executor, with the same result for any number of threads.
 */
public final class AlgebraicMultigrid implements Preconditioner {

    /** So many rows are solved directly. */
    private static final int SMALL = 400;

    /** The same if coarsening gets stuck, because almost nothing couples strongly. */
    private static final double STUCK = 0.9;

    private static final int MOST_LEVELS = 25;

    private final List<MultigridLevel> levels = new ArrayList<>();
    private final SparseMatrix coarseStiffness;
    private final SparseMatrix coarseMass;
    private final DenseCholesky direct;
    private final GaussSeidel relaxation;
    private final FloatMatrix coarseMatrix;
    private final float[] coarseB;
    private final float[] coarseX;

    private AlgebraicMultigrid(final SparseMatrix stiffness, final SparseMatrix mass,
        final List<SparseMatrix> prolongations, final Progress progress) {
        SparseMatrix a = stiffness;
        SparseMatrix m = mass;
        while (a.pattern().rows() > SMALL && levels.size() < MOST_LEVELS) {
            progress.check();
            final SparseMatrix prolongation = levels.size() < prolongations.size()
                ? prolongations.get(levels.size()) : Aggregation.prolongation(a);
            final int coarse = prolongation.pattern().columns();
            if (coarse == 0 || coarse > STUCK * a.pattern().rows()) {
                break;
            }
            levels.add(new MultigridLevel(a, m, prolongation));
            final SparseMatrix restriction = prolongation.transpose();
            a = restriction.times(a.times(prolongation));
            progress.check();
            m = new SparseMatrix(a.pattern(), restriction.times(m.times(prolongation)).values());
        }
        coarseStiffness = a;
        coarseMass = m;
        final int rows = a.pattern().rows();
        coarseB = new float[rows];
        coarseX = new float[rows];
        direct = rows <= SMALL ? new DenseCholesky(rows) : null;
        coarseMatrix = new FloatMatrix(a.pattern());
        relaxation = new GaussSeidel(coarseMatrix);
    }

    /**
     * Makes the grids; the shift is 0 until {@link #shift} is called.
     *
     * @param stiffness symmetric, positive semidefinite, with a positive diagonal
     * @param mass symmetric, positive definite, of the same pattern
     * @param prolongations from coarser to finer grids, the finest first: of the grids that are not to be found from
     *     the matrix; may be empty
     */
    public static AlgebraicMultigrid of(final SparseMatrix stiffness, final SparseMatrix mass,
        final List<SparseMatrix> prolongations, final Progress progress) {
        if (stiffness.pattern() != mass.pattern()) {
            throw new IllegalArgumentException("Stiffness and mass must share one pattern.");
        }
        final AlgebraicMultigrid multigrid = new AlgebraicMultigrid(stiffness, mass, prolongations, progress);
        multigrid.shift(0);
        return multigrid;
    }

    /** The number of grids. */
    public int levels() {
        return levels.size() + 1;
    }

    /** From now on for {@code stiffness + factor mass}. */
    public void shift(final double factor) {
        levels.forEach(level -> level.shift(factor));
        coarseMatrix.setSum(coarseStiffness, factor, coarseMass);
        relaxation.update();
        if (direct != null) {
            direct.decompose(coarseStiffness, factor, coarseMass);
        }
    }

    @Override
    public void apply(final double[] r, final double[] z) {
        double largest = 0;
        for (final double value : r) {
            largest = Math.max(largest, Math.abs(value));
        }
        final double scale = largest;
        final float[] b = b(0);
        RowChunks.forEach(r.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                final float value = (float)(r[i] / scale);
                b[i] = Math.abs(value) < FloatMatrix.NOTHING ? 0 : value;
            }
        });
        cycle();
        final float[] x = x(0);
        RowChunks.forEach(z.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                z[i] = scale * x[i];
            }
        });
    }

    private void cycle() {
        for (int i = 0; i < levels.size(); i++) {
            levels.get(i).descend(b(i + 1));
        }
        if (direct != null) {
            direct.solve(coarseB, coarseX);
        } else {
            final float[] r = new float[coarseB.length];
            relaxation.forward(coarseB, coarseX, r);
            coarseMatrix.residual(coarseB, coarseX, r);
            relaxation.backward(r, coarseX);
        }
        for (int i = levels.size() - 1; i >= 0; i--) {
            levels.get(i).ascend(x(i + 1));
        }
    }

    private float[] b(final int level) {
        return level < levels.size() ? levels.get(level).b : coarseB;
    }

    private float[] x(final int level) {
        return level < levels.size() ? levels.get(level).x : coarseX;
    }
}
