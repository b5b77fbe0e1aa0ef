// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.linear;

import java.util.Arrays;

/** Solves the smallest system of a hierarchy of grids: rows times rows, in double precision. */
final class DenseCholesky {

    /** A pivot that is smaller than the largest by this factor belongs to what nothing holds, such as a closed pore. */
    private static final double SINGULAR = 1e-13;

    private final int rows;
    private final double[] factor;

    DenseCholesky(final int rows) {
        this.rows = rows;
        this.factor = new double[rows * rows];
    }

    void decompose(final SparseMatrix a, final double shift, final SparseMatrix b) {
        Arrays.fill(factor, 0);
        double largest = 0;
        for (int row = 0; row < rows; row++) {
            for (int entry = a.pattern().starts()[row]; entry < a.pattern().starts()[row + 1]; entry++) {
                factor[row * rows + a.pattern().indices()[entry]] = a.values()[entry] + shift * b.values()[entry];
            }
            largest = Math.max(largest, factor[row * rows + row]);
        }
        for (int column = 0; column < rows; column++) {
            eliminate(column, SINGULAR * largest);
        }
    }

    /** Column by column below the diagonal, which then holds the inverse of the root of the pivot; 0 for none. */
    private void eliminate(final int column, final double least) {
        final double pivot = reduced(column, column, column);
        final double inverse = pivot > least ? 1 / Math.sqrt(pivot) : 0;
        for (int row = column + 1; row < rows; row++) {
            factor[row * rows + column] = reduced(row, column, column) * inverse;
        }
        factor[column * rows + column] = inverse;
    }

    private double reduced(final int row, final int column, final int end) {
        double value = factor[row * rows + column];
        for (int k = 0; k < end; k++) {
            value -= factor[row * rows + k] * factor[column * rows + k];
        }
        return value;
    }

    void solve(final float[] b, final float[] x) {
        final double[] y = new double[rows];
        for (int row = 0; row < rows; row++) {
            double sum = b[row];
            for (int k = 0; k < row; k++) {
                sum -= factor[row * rows + k] * y[k];
            }
            y[row] = sum * factor[row * rows + row];
        }
        for (int row = rows - 1; row >= 0; row--) {
            double sum = y[row];
            for (int k = row + 1; k < rows; k++) {
                sum -= factor[k * rows + row] * y[k];
            }
            y[row] = sum * factor[row * rows + row];
            x[row] = Math.abs(y[row]) < FloatMatrix.NOTHING ? 0 : (float)y[row];
        }
    }
}
