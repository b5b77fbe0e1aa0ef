// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.linear;

import org.electrode4d.transport.TransportException;
import org.electrode4d.volume.Progress;

/**
 * The method of preconditioned conjugate gradients (Hestenes and Stiefel 1952) for symmetric positive definite sparse
 * matrices. Cancelling is noticed at every iteration. Vectors are kept from one solution to the next; not for several
 * threads at once.
 */
public final class ConjugateGradients {

    private final SparseMatrix matrix;
    private final Preconditioner preconditioner;
    private final int limit;
    private final double[] r;
    private final double[] z;
    private final double[] p;
    private final double[] q;

    /**
     * @param matrix its entries, and with them the preconditioner, may change between two solutions
     * @param limit the most iterations
     */
    public ConjugateGradients(final SparseMatrix matrix, final Preconditioner preconditioner, final int limit) {
        this.matrix = matrix;
        this.preconditioner = preconditioner;
        this.limit = limit;
        final int size = matrix.pattern().rows();
        r = new double[size];
        z = new double[size];
        p = new double[size];
        q = new double[size];
    }

    /**
     * Solves {@code matrix x = b}.
     *
     * @param x the first guess, and then the solution
     * @param tolerance the largest residual, relative to the right-hand side (Euclidean norm)
     * @return the number of iterations
     * @throws TransportException if the limit of iterations is reached
     */
    public int solve(final double[] b, final double[] x, final double tolerance, final Progress progress) {
        matrix.multiply(x, r);
        final double start = RowChunks.sum(b.length, (from, to) -> subtractFrom(b, from, to));
        final double target = tolerance * Math.sqrt(RowChunks.dot(b, b));
        double norm = Math.sqrt(start);
        double previous = 1;
        for (int iteration = 0; norm > target; iteration++) {
            progress.check();
            if (iteration == limit || Double.isNaN(norm)) {
                throw new TransportException("Conjugate gradients did not converge in " + iteration
                    + " iterations: the residual is " + norm / target * tolerance + " of the right-hand side, not "
                    + tolerance + ". Check that coefficients of the phases do not differ by more than 10 decades.");
            }
            preconditioner.apply(r, z);
            final double rho = RowChunks.dot(r, z);
            final double beta = iteration == 0 ? 0 : rho / previous;
            previous = rho;
            RowChunks.forEach(b.length, (from, to) -> {
                for (int i = from; i < to; i++) {
                    p[i] = z[i] + beta * p[i];
                }
            });
            matrix.multiply(p, q);
            final double alpha = rho / RowChunks.dot(p, q);
            norm = Math.sqrt(RowChunks.sum(b.length, (from, to) -> advance(alpha, x, from, to)));
            if (norm <= target) {
                return iteration + 1;
            }
        }
        return 0;
    }

    private double subtractFrom(final double[] b, final int from, final int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            r[i] = b[i] - r[i];
            sum += r[i] * r[i];
        }
        return sum;
    }

    private double advance(final double alpha, final double[] x, final int from, final int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            x[i] += alpha * p[i];
            r[i] -= alpha * q[i];
            sum += r[i] * r[i];
        }
        return sum;
    }
}
