// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

/**
 * A part of a slice; it may reach beyond its border.
 *
 * @param row first row
 * @param column first column
 * @param rows number of rows, at least 1
 * @param columns number of columns, at least 1
 */
public record Window(int row, int column, int rows, int columns) {

    /** @throws IllegalArgumentException if it is empty */
    public Window {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("A window has at least one pixel, not " + rows + " x " + columns + ".");
        }
    }
}
