// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.linear;

import java.util.Arrays;

/**
 * Where a sparse matrix has entries: compressed rows (CSR). Arrays are the pattern's own: they are not copied and must
 * not be changed. At most 2^31 - 1 entries.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param starts where each row begins in {@code indices}, and at the end the number of entries
 * @param indices the columns of the entries, ascending within a row
 */
public record SparsityPattern(int rows, int columns, int[] starts, int[] indices) {

    public int entries() {
        return starts[rows];
    }

    /**
     * The number of an entry.
     *
     * @throws IllegalArgumentException if the pattern has none there
     */
    public int find(final int row, final int column) {
        final int entry = Arrays.binarySearch(indices, starts[row], starts[row + 1], column);
        if (entry < 0) {
            throw new IllegalArgumentException("The pattern has no entry in row " + row + ", column " + column + ".");
        }
        return entry;
    }

    /** Rows and columns exchanged, and which entry of this pattern became which: time proportional to the entries. */
    Transposition transpose() {
        final int[] turnedStarts = new int[columns + 1];
        for (int entry = 0; entry < entries(); entry++) {
            turnedStarts[indices[entry] + 1]++;
        }
        for (int column = 0; column < columns; column++) {
            turnedStarts[column + 1] += turnedStarts[column];
        }
        final int[] next = Arrays.copyOf(turnedStarts, columns);
        final int[] turned = new int[entries()];
        final int[] origin = new int[entries()];
        for (int row = 0; row < rows; row++) {
            for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
                final int place = next[indices[entry]]++;
                turned[place] = row;
                origin[place] = entry;
            }
        }
        return new Transposition(new SparsityPattern(columns, rows, turnedStarts, turned), origin);
    }

    /**
     * A pattern with rows and columns exchanged.
     *
     * @param pattern the exchanged one
     * @param origin the number that each of its entries had before
     */
    record Transposition(SparsityPattern pattern, int[] origin) {
    }

    /** Where the product of two matrices has entries; time proportional to its multiplications. */
    SparsityPattern times(final SparsityPattern right) {
        final int[] productStarts = new int[rows + 1];
        int[] product = new int[Math.max(16, entries())];
        final int[] seen = new int[right.columns];
        Arrays.fill(seen, -1);
        int size = 0;
        for (int row = 0; row < rows; row++) {
            for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
                final int middle = indices[entry];
                for (int other = right.starts[middle]; other < right.starts[middle + 1]; other++) {
                    final int column = right.indices[other];
                    if (seen[column] != row) {
                        seen[column] = row;
                        if (size == product.length) {
                            product = Arrays.copyOf(product, Math.addExact(size, size / 2));
                        }
                        product[size++] = column;
                    }
                }
            }
            productStarts[row + 1] = size;
            Arrays.sort(product, productStarts[row], size);
        }
        return new SparsityPattern(rows, right.columns, productStarts, Arrays.copyOf(product, size));
    }
}
