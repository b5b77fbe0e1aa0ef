// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.linear;

/**
 * Gauss-Seidel smoothing within chunks of rows, several at a time: forward before the coarse correction, backward after
 * it, which makes a cycle symmetric. What chunks couple is added to the diagonal, with which the iteration converges for
 * every positive definite matrix (Baker, Falgout, Kolev and Yang, SIAM J. Sci. Comput. 33, 2011). Chunks are the same
 * for any number of threads, and so is the result.
 */
final class GaussSeidel {

    private final FloatMatrix matrix;
    private final int[] diagonals;
    private final float[] added;
    private final float[] inverse;

    GaussSeidel(final FloatMatrix matrix) {
        this.matrix = matrix;
        final int rows = matrix.pattern().rows();
        diagonals = new int[rows];
        added = new float[rows];
        inverse = new float[rows];
        for (int row = 0; row < rows; row++) {
            diagonals[row] = matrix.pattern().find(row, row);
        }
    }

    /** To be called when the entries of the matrix have changed. */
    void update() {
        final int[] starts = matrix.pattern().starts();
        final int[] indices = matrix.pattern().indices();
        final float[] values = matrix.values();
        RowChunks.forEach(inverse.length, (from, to) -> {
            for (int row = from; row < to; row++) {
                float outside = 0;
                for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
                    outside += indices[entry] < from || indices[entry] >= to ? Math.abs(values[entry]) : 0;
                }
                added[row] = outside;
                inverse[row] = 1 / (values[diagonals[row]] + outside);
            }
        });
    }

    /**
     * A forward sweep from zero, and the residual that it leaves. Inside of a chunk the lower triangle has cancelled
     * it, so that one pass over the matrix does both.
     */
    void forward(final float[] b, final float[] x, final float[] r) {
        final int[] starts = matrix.pattern().starts();
        final int[] indices = matrix.pattern().indices();
        final float[] values = matrix.values();
        RowChunks.forEach(inverse.length, (from, to) -> {
            for (int row = from; row < to; row++) {
                float sum = b[row];
                for (int entry = diagonals[row] - 1; entry >= starts[row] && indices[entry] >= from; entry--) {
                    sum -= values[entry] * x[indices[entry]];
                }
                final float value = sum * inverse[row];
                x[row] = Math.abs(value) < FloatMatrix.NOTHING ? 0 : value;
            }
        });
        RowChunks.forEach(inverse.length, (from, to) -> {
            for (int row = from; row < to; row++) {
                float sum = added[row] * x[row];
                for (int entry = starts[row]; entry < starts[row + 1] && indices[entry] < from; entry++) {
                    sum -= values[entry] * x[indices[entry]];
                }
                for (int entry = diagonals[row] + 1; entry < starts[row + 1]; entry++) {
                    sum -= values[entry] * x[indices[entry]];
                }
                r[row] = sum;
            }
        });
    }

    /** A backward sweep: adds to {@code x} what cancels the residual {@code r}, which is overwritten. */
    void backward(final float[] r, final float[] x) {
        final int[] starts = matrix.pattern().starts();
        final int[] indices = matrix.pattern().indices();
        final float[] values = matrix.values();
        RowChunks.forEach(inverse.length, (from, to) -> {
            for (int row = to - 1; row >= from; row--) {
                float sum = r[row];
                for (int entry = diagonals[row] + 1; entry < starts[row + 1] && indices[entry] < to; entry++) {
                    sum -= values[entry] * r[indices[entry]];
                }
                final float value = sum * inverse[row];
                r[row] = Math.abs(value) < FloatMatrix.NOTHING ? 0 : value;
                x[row] += r[row];
            }
        });
    }
}
