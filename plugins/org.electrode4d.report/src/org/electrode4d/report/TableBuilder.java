// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.report.Table.Column;

/** Collects the beginning of a table. Names of rows have a column where they are more than a number. */
public final class TableBuilder {

    /** More rows are neither read nor drawn. */
    private static final int MOST_ROWS = 1000;

    private static final String PLAIN_NAME = "Row\\d+";

    /** How many more things of a page are shown by a picture; further ones by their text only. */
    public static final class Depictions {

        private static final int MOST = 60;

        private int left = MOST;

        /** Takes one, if there is one left. */
        boolean take() {
            return left-- > 0;
        }
    }

    private final String title;
    private final Depictions depictions;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    /** @param depictions shared by the tables of a page */
    public TableBuilder(final String title, final Depictions depictions) {
        this.title = title;
        this.depictions = depictions;
    }

    /** Adds a column; all columns come before all rows. */
    public void column(final String name, final boolean numeric) {
        columns.add(new Column(name, numeric));
    }

    /** Whether another row is wanted. */
    public boolean takesMore() {
        return rows.size() < MOST_ROWS;
    }

    /**
     * Adds a row.
     *
     * @param name of the row
     * @param values a number, something {@link Reported} or anything with a text; null for nothing
     */
    public void row(final String name, final List<Object> values) {
        names.add(name);
        rows.add(values.stream().map(this::cell).toList());
    }

    private Cell cell(final Object value) {
        if (value == null) {
            return Cell.MISSING;
        } else if (value instanceof Number number) {
            return Cell.of(number.doubleValue());
        }
        return value instanceof Reported reported ? cell(reported) : Cell.of(value.toString());
    }

    private Cell cell(final Reported reported) {
        final String checksum = reported.reportChecksum();
        final String text = reported.reportText() + (checksum.isEmpty() ? "" : "\n" + checksum);
        return depictions.take() ? new Cell.Depiction(new Picture(text, "", longest -> reported.reportPicture()))
            : Cell.of(text);
    }

    /** @param total number of rows of the whole table */
    public Table build(final long total) {
        if (names.stream().allMatch(name -> name.matches(PLAIN_NAME))) {
            return new Table(title, columns, rows, total);
        }
        final List<Column> named = new ArrayList<>(List.of(new Column("RowID", false)));
        named.addAll(columns);
        final List<List<Cell>> namedRows = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            final List<Cell> row = new ArrayList<>(List.of(Cell.of(names.get(i))));
            row.addAll(rows.get(i));
            namedRows.add(row);
        }
        return new Table(title, named, namedRows, total);
    }
}
