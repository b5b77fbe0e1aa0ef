// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.linear;

/** One grid of a hierarchy: its matrices, its smoother, and the way to the next coarser grid. */
final class MultigridLevel {

    final SparseMatrix stiffness;
    final SparseMatrix mass;
    final float[] b;
    final float[] x;
    private final float[] r;
    private final FloatMatrix matrix;
    private final GaussSeidel smoother;
    private final FloatMatrix prolongation;
    private final FloatMatrix restriction;

    /** @param prolongation from the next coarser grid */
    MultigridLevel(final SparseMatrix stiffness, final SparseMatrix mass, final SparseMatrix prolongation) {
        this.stiffness = stiffness;
        this.mass = mass;
        final int rows = stiffness.pattern().rows();
        b = new float[rows];
        x = new float[rows];
        r = new float[rows];
        matrix = new FloatMatrix(stiffness.pattern());
        smoother = new GaussSeidel(matrix);
        this.prolongation = FloatMatrix.of(prolongation);
        this.restriction = FloatMatrix.of(prolongation.transpose());
    }

    void shift(final double factor) {
        matrix.setSum(stiffness, factor, mass);
        smoother.update();
    }

    /** Smooths from zero and writes what is left to the right-hand side of the coarser grid. */
    void descend(final float[] coarse) {
        smoother.forward(b, x, r);
        restriction.multiply(r, coarse);
    }

    /** Adds the correction of the coarser grid and smooths. */
    void ascend(final float[] coarse) {
        prolongation.addProduct(coarse, x);
        matrix.residual(b, x, r);
        smoother.backward(r, x);
    }
}
