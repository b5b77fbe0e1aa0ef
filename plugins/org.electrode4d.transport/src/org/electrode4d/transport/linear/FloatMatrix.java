// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.linear;

/**
 * A sparse matrix of single precision, with the operations of a multigrid cycle: what preconditions need not be exact,
 * and half as many bytes move. Values below {@link #NOTHING} are set to zero, as vectors that fade away from where they
 * were excited would otherwise fill with subnormal numbers, which processors are slow with.
 */
final class FloatMatrix {

    /** Relative to the largest residual, which is scaled to one. */
    static final float NOTHING = 1e-25f;

    private final SparsityPattern pattern;
    private final float[] values;

    FloatMatrix(final SparsityPattern pattern) {
        this.pattern = pattern;
        this.values = new float[pattern.entries()];
    }

    static FloatMatrix of(final SparseMatrix matrix) {
        final FloatMatrix result = new FloatMatrix(matrix.pattern());
        for (int i = 0; i < result.values.length; i++) {
            result.values[i] = (float)matrix.values()[i];
        }
        return result;
    }

    SparsityPattern pattern() {
        return pattern;
    }

    float[] values() {
        return values;
    }

    /** Becomes {@code a + factor b}, rounded. */
    void setSum(final SparseMatrix a, final double factor, final SparseMatrix b) {
        RowChunks.forEach(values.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                values[i] = (float)(a.values()[i] + factor * b.values()[i]);
            }
        });
    }

    /** {@code y = this x}. */
    void multiply(final float[] x, final float[] y) {
        RowChunks.forEach(pattern.rows(), (from, to) -> {
            for (int row = from; row < to; row++) {
                y[row] = product(row, x);
            }
        });
    }

    /** {@code y += this x}. */
    void addProduct(final float[] x, final float[] y) {
        RowChunks.forEach(pattern.rows(), (from, to) -> {
            for (int row = from; row < to; row++) {
                y[row] += product(row, x);
            }
        });
    }

    /** {@code r = b - this x}. */
    void residual(final float[] b, final float[] x, final float[] r) {
        RowChunks.forEach(pattern.rows(), (from, to) -> {
            for (int row = from; row < to; row++) {
                r[row] = b[row] - product(row, x);
            }
        });
    }

    private float product(final int row, final float[] x) {
        final int[] indices = pattern.indices();
        final int end = pattern.starts()[row + 1];
        float sum = 0;
        for (int entry = pattern.starts()[row]; entry < end; entry++) {
            sum += values[entry] * x[indices[entry]];
        }
        return Math.abs(sum) < NOTHING ? 0 : sum;
    }
}
