// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.electrode4d.report.Cell;
import org.electrode4d.report.Table;
import org.electrode4d.report.Table.Column;

/** How a table is laid out: which columns are broken into lines, and which stand beside each other. */
final class TableLayout {

    /** Letters of a text that needs no second line. */
    private static final int SHORT = 24;

    /** Letters beside each other on paper. */
    private static final int PAPER = 125;

    /** Letters between two columns. */
    private static final int GAP = 3;

    private static final int MOST_KEYS = 2;

    private final Table table;
    private final int[] widths;
    private final String[] kinds;

    TableLayout(final Table table) {
        this.table = table;
        widths = new int[table.columns().size()];
        kinds = new String[widths.length];
        for (int i = 0; i < widths.length; i++) {
            final int letters = letters(i);
            kinds[i] = table.columns().get(i).numeric() ? "number" : letters > SHORT ? "long" : "text";
            widths[i] = Math.min(SHORT, letters) + GAP;
        }
    }

    /** The longest cell, or word of the head. */
    private int letters(final int column) {
        final Column head = table.columns().get(column);
        int letters = Arrays.stream(head.name().split("\\s")).mapToInt(String::length).max().orElse(0);
        for (final List<Cell> row : table.rows()) {
            letters = Math.max(letters, row.get(column).read().length());
        }
        return letters;
    }

    /** The class of a column in the style of the page. */
    String kind(final int column) {
        return kinds[column];
    }

    /** Columns that fit beside each other; short texts at the beginning, such as steps, are in all parts. */
    List<List<Integer>> parts() {
        final List<Integer> keys = new ArrayList<>();
        int column = 0;
        while (column < Math.min(MOST_KEYS, kinds.length) && kinds[column].equals("text")) {
            keys.add(column++);
        }
        final List<List<Integer>> parts = new ArrayList<>();
        List<Integer> part = new ArrayList<>(keys);
        int width = width(keys);
        for (; column < widths.length; column++) {
            if (width + widths[column] > PAPER && part.size() > keys.size()) {
                parts.add(part);
                part = new ArrayList<>(keys);
                width = width(keys);
            }
            part.add(column);
            width += widths[column];
        }
        parts.add(part);
        return parts;
    }

    private int width(final List<Integer> columns) {
        return columns.stream().mapToInt(column -> widths[column]).sum();
    }
}
