// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table, or its beginning.
 *
 * @param title above it
 * @param columns names with their unit
 * @param rows each with as many cells as there are columns
 * @param total number of rows of the whole table; the page tells how many of them it shows
 */
public record Table(String title, List<Column> columns, List<List<Cell>> rows, long total) implements Content {

    /**
     * A column.
     *
     * @param name with its unit
     * @param numeric whether it stands at the right
     */
    public record Column(String name, boolean numeric) {
    }

    /** Copies the lists. */
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (final List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("A row of '" + title + "' has " + row.size() + " cells, expected "
                    + columns.size() + ".");
            }
        }
    }

    /** Where a column is; -1 where there is none of this name. */
    public int column(final String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether all rows are here. */
    public boolean isComplete() {
        return rows.size() == total;
    }

    /** The same table with its first rows only. */
    public Table first(final int most) {
        return rows.size() <= most ? this : new Table(title, columns, rows.subList(0, most), total);
    }

    /** The same table with another title. */
    public Table withTitle(final String newTitle) {
        return new Table(newTitle, columns, rows, total);
    }

    /** The different texts of a column in the order of their first row. */
    List<String> distinct(final int column) {
        final List<String> texts = new ArrayList<>();
        for (final List<Cell> row : rows) {
            final String text = row.get(column).read();
            if (!texts.contains(text)) {
                texts.add(text);
            }
        }
        return texts;
    }
}
