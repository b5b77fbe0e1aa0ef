// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.linear;

/**
 * A sparse matrix in compressed rows with double entries. Several matrices may share one pattern; then their linear
 * combinations cost one pass over the entries.
 */
public final class SparseMatrix {

    private final SparsityPattern pattern;
    private final double[] values;

    /** A matrix of zeros. */
    public SparseMatrix(final SparsityPattern pattern) {
        this(pattern, new double[pattern.entries()]);
    }

    SparseMatrix(final SparsityPattern pattern, final double[] values) {
        this.pattern = pattern;
        this.values = values;
    }

    public SparsityPattern pattern() {
        return pattern;
    }

    /** The entries in the order of the pattern: the matrix' own array. */
    public double[] values() {
        return values;
    }

    public double get(final int row, final int column) {
        return values[pattern.find(row, column)];
    }

    /**
     * Adds to an entry.
     *
     * @throws IllegalArgumentException if the pattern has none there
     */
    public void add(final int row, final int column, final double value) {
        values[pattern.find(row, column)] += value;
    }

    /**
     * Becomes {@code a + factor b}.
     *
     * @throws IllegalArgumentException unless all three share one pattern
     */
    public void setSum(final SparseMatrix a, final double factor, final SparseMatrix b) {
        if (a.pattern != pattern || b.pattern != pattern) {
            throw new IllegalArgumentException("Only matrices that share one pattern can be added.");
        }
        RowChunks.forEach(values.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                values[i] = a.values[i] + factor * b.values[i];
            }
        });
    }

    /** Writes the product with {@code x} to {@code y}. */
    public void multiply(final double[] x, final double[] y) {
        final int[] starts = pattern.starts();
        final int[] indices = pattern.indices();
        RowChunks.forEach(pattern.rows(), (from, to) -> {
            for (int row = from; row < to; row++) {
                double sum = 0;
                for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
                    sum += values[entry] * x[indices[entry]];
                }
                y[row] = sum;
            }
        });
    }

    /** The product with a vector. */
    public double[] times(final double[] x) {
        final double[] y = new double[pattern.rows()];
        multiply(x, y);
        return y;
    }

    /** The product of two matrices, {@code this * right}. */
    SparseMatrix times(final SparseMatrix right) {
        final SparsityPattern product = pattern.times(right.pattern);
        final SparseMatrix result = new SparseMatrix(product);
        final double[] row = new double[product.columns()];
        for (int i = 0; i < product.rows(); i++) {
            addRow(i, right, row);
            for (int entry = product.starts()[i]; entry < product.starts()[i + 1]; entry++) {
                result.values[entry] = row[product.indices()[entry]];
                row[product.indices()[entry]] = 0;
            }
        }
        return result;
    }

    private void addRow(final int i, final SparseMatrix right, final double[] row) {
        for (int entry = pattern.starts()[i]; entry < pattern.starts()[i + 1]; entry++) {
            final int middle = pattern.indices()[entry];
            for (int other = right.pattern.starts()[middle]; other < right.pattern.starts()[middle + 1]; other++) {
                row[right.pattern.indices()[other]] += values[entry] * right.values[other];
            }
        }
    }

    SparseMatrix transpose() {
        final SparsityPattern.Transposition turned = pattern.transpose();
        final double[] moved = new double[values.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = values[turned.origin()[i]];
        }
        return new SparseMatrix(turned.pattern(), moved);
    }

    double[] diagonal() {
        final double[] diagonal = new double[pattern.rows()];
        for (int row = 0; row < diagonal.length; row++) {
            diagonal[row] = get(row, row);
        }
        return diagonal;
    }
}
